import { Api, articlePath } from './api.js';
import { articleText, placeOf, selectedPlace } from './article-text.js';
import { el, outLink, words } from './dom.js';
import { failureNotice } from './failure.js';
import { icon } from './icons.js';
import { storedKey } from './key.js';
import { themeButton } from './theme-button.js';
import { count, dayOf } from './words.js';

const api = new Api('', storedKey());
const main = document.getElementById('main');
const announcer = document.getElementById('announcer');
const id = location.pathname.slice('/articles/'.length).split('/').map(part => { try { return decodeURIComponent(part); } catch { return part; } }).join('/');

async function open() {
  let article;
  try {
    article = await api.get(`/api/articles/${encodeURIComponent(id)}`);
  } catch (failure) {
    const isMissing = failure.status === 404;
    document.title = 'No article · BriefingBot';
    main.replaceChildren(el('h1', { text: isMissing ? 'No such article' : 'The article cannot be shown' }),
      isMissing ? el('p', { class: 'notice', role: 'alert', text: 'It may have been removed, or you may not read it.' }) : failureNotice(failure, 'Try again', open),
      el('p', { class: 'onward' }, el('a', { href: '/articles', text: 'All articles' })));
    return;
  }
  document.title = `${article.title || article.id} · BriefingBot`;
  const text = el('div', { class: 'article-text', id: 'text', tabindex: -1, lang: article.language });
  main.replaceChildren(el('div', { class: 'article-layout' },
    el('article', { class: 'article' }, head(article), text),
    whoSaid(article)));
  const mark = () => {
    const place = placeOf(location.hash, article.text.length);
    text.replaceChildren(...articleText(article, place));
    for (const link of main.querySelectorAll('.statement a')) link.toggleAttribute('aria-current', link.hash === location.hash);
    const first = text.querySelector('mark');
    first?.scrollIntoView({ block: 'center' });
    announcer.textContent = first ? `Highlighted: ${article.text.slice(place.start, place.end)}` : '';
  };
  addEventListener('hashchange', mark);
  mark();
}

const head = article => el('header', {},
  el('p', { class: 'onward' }, el('a', { href: '/articles' }, icon('back', 16), 'All articles')),
  words('h1', article.title || article.id),
  el('p', { class: 'source' },
    article.outlet && words('span', article.outlet, { class: 'outlet' }),
    article.author && words('span', article.author),
    el('span', { text: dayOf(article.published) }),
    outLink(article.url, 'Original', { class: 'original' })),
  el('p', { class: 'article-id' }, words('span', article.id), linkCopier()));

// Copies the address of the page, or of the words that are selected in the text.
function linkCopier() {
  const label = () => selectedPlace() ? 'Copy link to the selection' : 'Copy link';
  const button = el('button', { type: 'button', class: 'quiet' }, icon('link', 16), el('span', { text: 'Copy link' }));
  const say = text => { button.lastChild.textContent = text; };
  document.addEventListener('selectionchange', () => say(label()));
  button.addEventListener('click', async () => {
    const place = selectedPlace();
    if (place) {
      getSelection().removeAllRanges();
      location.hash = `q=${place.start}-${place.end}`;
    }
    const isDone = await navigator.clipboard?.writeText(location.href).then(() => true, () => false) ?? false;
    say(announcer.textContent = isDone ? 'Copied' : 'Copy it from the address bar');
    setTimeout(() => say(label()), 2000);
  });
  return button;
}

function whoSaid({ id, statements }) {
  const none = statements === null ? 'The article is too long to read who said what in it.' : statements.length === 0 ? 'Nobody is quoted in it.' : null;
  return el('aside', { class: 'who-said', 'aria-labelledby': 'who-said' },
    el('h2', { id: 'who-said', text: 'Who said what' }),
    none ? el('p', { class: 'faint', text: none }) : el('p', { class: 'faint', text: count(statements.length, 'statement') }),
    none ? null : el('ol', {}, statements.map(statement => el('li', { class: 'statement' },
      el('a', { href: articlePath(id, statement.content) },
        el('span', { class: 'statement-head' },
          words('strong', statement.name ?? statement.speaker?.text ?? 'Nobody named'),
          words('span', statement.cue.text, { class: 'faint' }),
          statement.factuality !== 'asserted' && el('span', { class: 'firmness', text: statement.factuality })),
        words('span', statement.content.text, { class: 'statement-text' }))))));
}

themeButton();
open();
