import { el, words } from './dom.js';
import { icon } from './icons.js';
import { articlePath } from './api.js';
import { tally, withoutQuotes } from './answer-text.js';
import { quoteCard } from './quote-card.js';
import { statusBadge } from './status-badge.js';
import { dayOf, extentText, publisherOf, repeats, stances, statuses, statusOf } from './words.js';

/** What is known of an answer so far: the badge, its words, its quotes. @param {string} id Distinguishes the quotes of one answer from those of another. */
export function answerBody(answer, id) {
  const status = statusOf(answer);
  const { lead, prose } = withoutQuotes(answer.text, answer.citations);
  return [
    el('div', { class: 'verdict' }, statusBadge(status, 22), answer.reply === 'answered' && el('p', { class: 'meaning', text: statuses[status].meaning })),
    lead && !repeats(lead, status) && words('p', lead, { class: 'answer-lead' }),
    prose && el('p', { class: 'answer-prose', dir: 'auto' }, ...linked(prose, id)),
    quotes(answer.citations, status, id, prose === ''),
    nearest(answer.nearest ?? []),
    answer.note && el('p', { class: 'notice', text: answer.note }),
  ].filter(Boolean);
}

/** How the status came about, and what was looked at: complete once the answer is. */
export function answerRail(answer) {
  const { rule, parties } = tally(answer.statusReason);
  return [
    answer.reply === 'answered' && section('Evidence', 'evidence',
      rule && el('p', { class: 'rule', text: sentence(rule) }),
      parties.length > 0 && el('ul', { class: 'tally' }, parties.map(({ many, does, who }) =>
        el('li', {}, el('span', { class: 'many', text: many }), el('span', {}, el('span', { class: 'does', text: does }), words('span', who, { class: 'who' })))))),
    answer.history?.length > 0 && section('Claim history', 'history', el('ol', { class: 'timeline' }, answer.history.map(entry))),
    answer.searched && section('Searched', 'searched',
      el('p', { text: extentText(answer.searched) }),
      answer.asOf && el('p', {}, 'Evidence as of ', el('time', { datetime: answer.asOf, text: dayOf(answer.asOf) })),
      el('p', { class: 'faint', text: writer(answer) })),
  ].filter(Boolean);
}

const section = (title, name, ...children) => el('section', { class: `rail-${name}` }, el('h3', { text: title }), children);

function quotes(citations, status, id, isAnswer) {
  if (citations.length === 0) return null;
  const card = citation => quoteCard(citation, `${id}-${citation.n}`);
  const [pro, contra] = ['supports', 'refutes'].map(stance => citations.filter(citation => citation.stance === stance));
  if (status !== 'disputed' || pro.length === 0 || contra.length === 0)
    return el('ol', { class: isAnswer ? 'quotes quotes-answer' : 'quotes' }, citations.map(card));
  const others = citations.filter(citation => citation.stance !== 'supports' && citation.stance !== 'refutes');
  return el('div', { class: 'dispute' },
    el('div', { class: 'sides' }, side('supports', pro, card), side('refutes', contra, card)),
    others.length > 0 && el('ol', { class: 'quotes' }, others.map(card)));
}

const side = (stance, citations, card) => el('section', { class: 'side', 'data-stance': stance },
  el('h3', { text: stances[stance] }), el('ol', { class: 'quotes' }, citations.map(card)));

// Markers become links to the cards.
const linked = (prose, id) => prose.split(/\[(\d{1,3})\]/).map((part, i) =>
  i % 2 === 0 ? part : el('a', { class: 'marker', href: `#${id}-${part}`, 'aria-label': `Quote ${part}`, text: part }));

const nearest = titles => titles.length === 0 ? null : el('div', { class: 'nearest' },
  el('h3', { text: 'Nearest articles' }),
  el('ul', {}, titles.map(title => el('li', {}, el('a', { href: `/articles?${new URLSearchParams({ q: title })}`, dir: 'auto', text: title })))));

const entry = ({ date, status, citation }) => el('li', { 'data-status': status },
  el('time', { datetime: date, text: dayOf(date) }),
  statusBadge(status, 15),
  el('a', { href: articlePath(citation.articleId, citation.span), title: citation.quote }, words('span', citation.speaker ?? publisherOf(citation)), '\u00a0', icon('go', 12)));

const writer = answer => `${answer.model === 'extractive' ? 'Quotes only, no language model' : `Phrased by ${answer.model}, verified against the quotes`} · ${Math.round(answer.elapsedMs)}\u00a0ms`;

const sentence = text => text === '' ? '' : text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
