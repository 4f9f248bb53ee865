import { el } from './dom.js';
import { icon } from './icons.js';
import { markdown } from './markdown.js';

/** What can be done with an answer that is complete. @param {(text: string) => void} announce */
export function answerActions(answer, { api, asOf, conversation, announce }) {
  return el('div', { class: 'answer-actions' },
    copier('copy', 'Copy as Markdown', () => markdown(answer, location.origin), announce),
    copier('link', 'Copy link', () => `${location.origin}/?${new URLSearchParams(asOf ? { q: answer.question, asOf } : { q: answer.question })}`, announce),
    answer.id && feedback(answer, { api, conversation, announce }));
}

function copier(name, label, text, announce) {
  const button = el('button', { type: 'button', class: 'quiet' }, icon(name, 16), el('span', { text: label }));
  button.addEventListener('click', async () => {
    const isDone = await copy(text());
    const word = isDone ? 'Copied' : 'The browser does not allow copying here';
    button.lastChild.textContent = word;
    announce(word);
    setTimeout(() => { button.lastChild.textContent = label; }, 2000);
  });
  return button;
}

// Over plain http the clipboard is closed to scripts, a selection is not.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = el('textarea', { class: 'visually-hidden' });
    area.value = text;
    document.body.append(area);
    area.select();
    const isDone = document.execCommand('copy');
    area.remove();
    return isDone;
  }
}

function feedback(answer, { api, conversation, announce }) {
  const group = el('div', { class: 'feedback', role: 'group', 'aria-label': 'Was this answer right?' });
  const send = async (rating, comment) => {
    try {
      await api.post('/api/feedback', { conversation, answerId: answer.id, rating, comment });
      return true;
    } catch (failure) {
      announce(failure.message);
      return false;
    }
  };
  const rate = (rating, label) => {
    const button = el('button', { type: 'button', class: 'icon-button', 'aria-pressed': 'false', 'aria-label': label, title: label }, icon(rating, 17));
    button.addEventListener('click', async () => {
      if (!await send(rating, null)) return;
      for (const other of group.querySelectorAll('button[aria-pressed]')) other.setAttribute('aria-pressed', String(other === button));
      group.querySelector('form')?.remove();
      announce('Thank you, noted');
      group.append(comment(rating));
      group.querySelector('input').focus();
    });
    return button;
  };
  const comment = rating => {
    const input = el('input', { type: 'text', maxlength: 2000, 'aria-label': rating === 'up' ? 'What was good about it?' : 'What is wrong with it?', placeholder: rating === 'up' ? 'Noted. What was good? (optional)' : 'Noted. What is wrong? (optional)' });
    const form = el('form', {}, input, el('button', { type: 'submit', class: 'quiet', text: 'Send' }));
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (input.value.trim() !== '' && !await send(rating, input.value.trim())) return;
      form.replaceWith(el('span', { class: 'faint', text: 'Thank you' }));
      announce('Thank you');
    });
    return form;
  };
  group.append(rate('up', 'Right answer'), rate('down', 'Wrong answer'));
  return group;
}
