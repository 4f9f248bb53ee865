import { el, words } from './dom.js';
import { failureNotice } from './failure.js';
import { dayOf, extentText, publisherOf } from './words.js';

const retryInMs = 1500;

/** Questions that the corpus answers, and how much of it there is. */
export async function showExamples(api, ask) {
  const note = document.getElementById('corpus-note');
  let found;
  try {
    found = await api.get('/api/examples');
  } catch (failure) {
    if (failure.status === 503) {
      note.textContent = 'The articles are still being read. You can ask already: the question waits for them.';
      setTimeout(showExamples, retryInMs, api, ask);
    } else {
      note.replaceChildren(failureNotice(failure, 'Try again', () => showExamples(api, ask)));
    }
    return;
  }
  note.replaceChildren(found.searched.articles === 0 ? 'There is no article yet: put some into the corpus folder.' : `${extentText(found.searched)}. `,
    ...(found.searched.articles === 0 ? [] : [el('a', { href: '/articles', text: 'See them all' })]));
  document.getElementById('examples').replaceChildren(el('ul', { class: 'examples' }, found.examples.map(example => el('li', {},
    el('button', { type: 'button', class: 'example', on: { click: () => ask(example.question) } },
      words('span', example.question, { class: 'example-question' }),
      words('span', example.title, { class: 'example-title' }),
      el('span', { class: 'example-source' }, words('span', publisherOf(example)), example.published && el('span', { text: dayOf(example.published) })))))));
}
