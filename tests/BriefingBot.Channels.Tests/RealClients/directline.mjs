// What botframework-directlinejs sees of the bot: lines of JSON. Arguments: the folder node_modules, the address of Direct Line, whether to use a socket.
import { createRequire } from 'node:module';

const [modules, domain, webSocket] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
globalThis.window ??= globalThis;
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const generated = await fetch(`${domain}/tokens/generate`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user: { id: 'reader-1' } }) });
const { token } = await generated.json();
const line = new DirectLine({ token, domain, webSocket: webSocket === 'true', pollingInterval: 200 });
const say = what => console.log(JSON.stringify(what));

line.connectionStatus$.subscribe(status => say({ status: ConnectionStatus[status] }));
line.activity$.subscribe(activity => {
  say({ activity });
  if (activity.type === 'message' && activity.from.role === 'bot' && activity.text.includes('BriefingBot')) {
    line.postActivity({ type: 'message', from: { id: 'reader-1' }, text: 'Was the lock at Kestrin closed?', channelData: { clientActivityID: 'own-1' } }).subscribe(id => say({ posted: id }));
  }
  const like = activity.entities?.[0]?.potentialAction?.[0];
  if (activity.type === 'message' && like) {
    line.postActivity({ type: 'event', name: 'webchat:activity-status/feedback', from: { id: 'reader-1' }, entities: [like] }).subscribe(id => { say({ rated: id }); setTimeout(() => process.exit(0), 200); });
  }
});
