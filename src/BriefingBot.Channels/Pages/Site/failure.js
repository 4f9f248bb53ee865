import { el } from './dom.js';
import { icon } from './icons.js';
import { keyForm } from './key.js';

/** What went wrong, and what can be done about it. @param {() => void} again Waits as long as the server wishes. */
export function failureNotice(failure, label, again) {
  const needsKey = failure.status === 401;
  const button = el('button', { type: 'button', class: 'secondary', text: label, on: { click: again } });
  if (failure.retryAfter > 0) {
    button.disabled = true;
    setTimeout(() => { button.disabled = false; }, failure.retryAfter * 1000);
  }
  return el('div', { class: 'failure', role: 'alert' }, icon('warning', 22), el('div', {},
    el('strong', { text: failure.title ?? 'This should not have happened' }),
    el('p', { text: needsKey ? 'Ask whoever runs this server for one.' : failure.message }),
    needsKey ? keyForm() : button));
}
