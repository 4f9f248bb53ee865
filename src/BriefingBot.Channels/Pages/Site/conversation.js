// Which conversation this browser is in. Its name is hard to guess and known to this browser and the server alone.
const key = 'briefingbot.conversation';

const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

let current = stored();

function stored() {
  try { return sessionStorage.getItem(key) ?? localStorage.getItem(key); } catch { return null; }
}

/** Null where nothing was asked yet. */
export const currentConversation = () => current;

export function conversation() {
  current ??= fresh();
  try { localStorage.setItem(key, current); sessionStorage.setItem(key, current); } catch { /* without storage it lasts as long as the page */ }
  return current;
}

export function leaveConversation() {
  current = null;
  try { localStorage.removeItem(key); sessionStorage.removeItem(key); } catch { /* as above */ }
}
