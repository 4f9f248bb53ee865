import { el, words } from './dom.js';
import { icon } from './icons.js';
import { articlePath } from './api.js';
import { dayOf, publisherOf, stances } from './words.js';

/** A citation as a card; a click on its words, or the link, opens the article there. @param {string} base Of the site that holds the articles. */
export function quoteCard(citation, id, base = '') {
  const isElsewhere = base !== '';
  const address = new URL(articlePath(citation.articleId, citation.span), base || location.origin).href;
  const quote = el('blockquote', { dir: 'auto', cite: address }, ...withCue(citation));
  quote.addEventListener('click', () => {
    if (getSelection().isCollapsed) card.querySelector('a').click();
  });
  const card = el('li', { class: 'quote', id, 'data-stance': citation.stance },
    el('p', { class: 'quote-speaker' },
      el('span', { class: 'quote-number', 'aria-hidden': 'true', text: citation.n }),
      el('span', { class: 'visually-hidden', text: `Quote ${citation.n}: ` }),
      words('strong', citation.speaker ?? publisherOf(citation)),
      el('span', { class: 'stance', text: stances[citation.stance] ?? citation.stance })),
    quote,
    el('p', { class: 'quote-source' },
      words('span', publisherOf(citation), { class: 'outlet' }),
      el('span', { text: dayOf(citation.published) }),
      el('a', { href: address, target: isElsewhere && '_blank', rel: isElsewhere && 'noopener' }, words('span', citation.title || citation.articleId), '\u00a0', icon(isElsewhere ? 'open' : 'go', 14))));
  return card;
}

// The words that show the stance are underlined; a mere "said" shows none.
function withCue({ quote, cue, stance }) {
  const at = cue && stance !== 'unrelated' && !/^(said|says|say|told)$/.test(cue) ? quote.indexOf(cue) : -1;
  return at < 0 ? [quote] : [quote.slice(0, at), el('span', { class: 'cue', text: cue }), quote.slice(at + cue.length)];
}
