import { el } from './dom.js';

const name = 'briefingbot.key';

/** The API key that was entered in this tab; null for none. */
export function storedKey() {
  try { return sessionStorage.getItem(name); } catch { return null; }
}

/** Takes a key, keeps it as long as the tab is open, and begins again with it. */
export function keyForm() {
  const input = el('input', { type: 'password', 'aria-label': 'API key', placeholder: 'API key', autocomplete: 'off', maxlength: 200, required: true });
  return el('form', {
    class: 'key-form',
    on: {
      submit: event => {
        event.preventDefault();
        try { sessionStorage.setItem(name, input.value.trim()); } catch { /* without storage no key can be kept */ }
        location.reload();
      },
    },
  }, input, el('button', { type: 'submit', class: 'secondary', text: 'Use it' }));
}
