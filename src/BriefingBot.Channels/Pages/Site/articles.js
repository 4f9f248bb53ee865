import { Api, articlePath } from './api.js';
import { el, words } from './dom.js';
import { failureNotice } from './failure.js';
import { storedKey } from './key.js';
import { themeButton } from './theme-button.js';
import { count, dayOf, publisherOf } from './words.js';

const pageSize = 20;
const api = new Api('', storedKey());
const page = Object.fromEntries(['filters', 'count', 'list', 'pager', 'previous', 'next', 'place'].map(id => [id, document.getElementById(id)]));
let loading = null;

// The address holds what is shown, so that it can be shared.
const wanted = () => new URLSearchParams(location.search);

async function show() {
  loading?.abort();
  loading = new AbortController();
  const query = wanted();
  query.set('top', pageSize);
  page.list.setAttribute('aria-busy', 'true');
  try {
    const found = await api.get(`/api/articles?${query}`, loading.signal);
    fillOutlets(found.facets.outlets);
    page.count.textContent = found.total === 0 ? 'No article fits. Take a filter away, or look for other words.' : count(found.total, 'article');
    page.list.replaceChildren(...found.articles.map(line));
    showPager(found);
  } catch (failure) {
    if (failure.name === 'AbortError') return;
    page.count.textContent = '';
    page.pager.hidden = true;
    page.list.replaceChildren(el('li', {}, failureNotice(failure, 'Try again', show)));
  }
  page.list.removeAttribute('aria-busy');
}

const line = article => el('li', { class: 'article-line' },
  el('a', { href: articlePath(article.id) }, words('span', article.title || article.id)),
  article.text && words('p', article.text, { class: 'excerpt' }),
  el('p', { class: 'source' }, words('span', publisherOf(article), { class: 'outlet' }), el('span', { text: dayOf(article.published) }),
    article.outlet && article.author && words('span', article.author)));

function fillOutlets(outlets) {
  const select = page.filters.elements.outlet;
  const chosen = wanted().get('outlet') ?? '';
  const known = outlets.some(outlet => outlet.name === chosen) || chosen === '' ? outlets : [{ name: chosen, articles: 0 }, ...outlets];
  select.replaceChildren(el('option', { value: '', text: 'All outlets' }), ...known.map(({ name, articles }) => el('option', { value: name, text: `${name} (${articles})` })));
  select.value = chosen;
}

function showPager({ total, skip }) {
  page.pager.hidden = total <= pageSize;
  page.place.textContent = `${skip + 1} to ${Math.min(skip + pageSize, total)} of ${total}`;
  link(page.previous, skip > 0, Math.max(0, skip - pageSize));
  link(page.next, skip + pageSize < total, skip + pageSize);
}

function link(anchor, exists, skip) {
  const query = wanted();
  if (skip > 0) query.set('skip', skip);
  else query.delete('skip');
  if (exists) anchor.href = `/articles?${query}`;
  else anchor.removeAttribute('href');
}

function fillForm() {
  const query = wanted();
  for (const name of ['q', 'from', 'to']) page.filters.elements[name].value = query.get(name) ?? '';
}

function go(query) {
  history.pushState(null, '', query.size > 0 ? `/articles?${query}` : '/articles');
  show();
}

page.filters.addEventListener('submit', event => {
  event.preventDefault();
  const query = new URLSearchParams(new FormData(page.filters));
  for (const [name, value] of [...query]) if (value.trim() === '') query.delete(name);
  go(query);
});
for (const name of ['outlet', 'from', 'to']) page.filters.elements[name].addEventListener('change', () => page.filters.requestSubmit());
for (const anchor of [page.previous, page.next]) {
  anchor.addEventListener('click', event => {
    if (!anchor.href || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(new URL(anchor.href).searchParams);
    scrollTo({ top: 0 });
    page.list.focus({ preventScroll: true });
  });
}
addEventListener('popstate', () => {
  fillForm();
  show();
});

themeButton();
fillForm();
show();
