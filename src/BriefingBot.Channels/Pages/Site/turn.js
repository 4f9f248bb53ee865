import { el, words } from './dom.js';
import { answerActions } from './answer-actions.js';
import { answerBody, answerRail } from './answer.js';
import { failureNotice } from './failure.js';
import { followUpChips } from './follow-ups.js';
import { statusBadge } from './status-badge.js';
import { dayOf, statusOf } from './words.js';

let turns = 0;

const staleWords = {
  gone: 'This article is no longer in the corpus.',
  changed: 'Other words stand in this article now.',
  edited: 'The article was edited since; these words still stand in it.',
};

/** One question with its answer, as it comes. */
export class Turn {
  #id = `turn-${++turns}`;
  #body = el('div', { class: 'turn-body' });
  #rail = el('div', { class: 'turn-rail' });
  #after = el('div', { class: 'turn-after' });
  #understood = el('p', { class: 'understood', hidden: true });
  #asked;
  #asOf;
  #draft = null;

  /** @param {string | null} asOf YYYY-MM-DD; null for no limit. */
  constructor(asked, asOf = null) {
    this.#asked = asked;
    this.#asOf = asOf;
    this.element = el('article', { class: 'turn', 'aria-labelledby': this.#id },
      el('header', {}, words('h2', asked, { id: this.#id, class: 'asked-question', tabindex: -1 }), asOf && el('p', { class: 'understood', text: `As if nothing later than ${dayOf(asOf)} were known` }), this.#understood),
      el('div', { class: 'turn-main' }, this.#body, this.#after),
      this.#rail);
    this.wait('Searching the articles');
  }

  /** Says what is waited for, until something comes. */
  wait(what) {
    if (this.#draft) return;
    this.element.setAttribute('aria-busy', 'true');
    this.#body.replaceChildren(el('p', { class: 'waiting' }, el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')), el('span', { text: what })),
      el('div', { class: 'skeleton', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')));
  }

  /** The next event of the answer. @returns {object | null} The answer once it is whole. */
  take({ name, data }) {
    switch (name) {
      case 'status':
        this.#draft = { ...data, text: '', citations: [] };
        break;
      case 'sentence':
        this.#draft.text += data.text;
        break;
      case 'citation':
        this.#draft.citations.push(data);
        break;
      case 'done':
        return data;
      default:
        return null;
    }
    this.#show(this.#draft);
    return null;
  }

  /** The whole answer. */
  finish(answer, { api, conversation, announce, ask }) {
    this.element.removeAttribute('aria-busy');
    this.#show(answer);
    this.#rail.replaceChildren(...answerRail(answer));
    this.#after.replaceChildren(...[answerActions(answer, { api, asOf: this.#asOf, conversation, announce }), followUpChips(answer, ask)].filter(Boolean));
  }

  /** What no longer holds of an answer given earlier. @param {{n: number, reason: string}[]} stale @param {{status: string | null, reply: string} | null} now */
  review(stale, now, askAgain) {
    for (const { n, reason } of stale)
      document.getElementById(`${this.#id}-${n}`)?.append(el('p', { class: 'stale', text: staleWords[reason] }));
    if (now === null || now === undefined) return;
    this.#body.prepend(el('div', { class: 'changed notice' }, el('p', {}, 'The articles have changed since this was answered. It is now ', statusBadge(statusOf(now), 15)),
      el('button', { type: 'button', class: 'secondary', text: 'Ask again', on: { click: askAgain } })));
  }

  /** What went wrong, in place of the answer. */
  fail(failure, retry) {
    this.element.removeAttribute('aria-busy');
    const notice = failureNotice(failure, 'Ask again', retry);
    if (this.#draft) this.#after.replaceChildren(notice);
    else this.#body.replaceChildren(notice);
  }

  /** The reader ended it. */
  stop(retry) {
    this.element.removeAttribute('aria-busy');
    const notice = el('p', { class: 'waiting' }, el('span', { text: 'Stopped. ' }), el('button', { type: 'button', class: 'quiet', text: 'Ask again', on: { click: retry } }));
    if (this.#draft) this.#after.replaceChildren(notice);
    else this.#body.replaceChildren(notice);
  }

  #show(answer) {
    this.#body.replaceChildren(...answerBody(answer, this.#id));
    this.#understood.hidden = answer.question === this.#asked;
    this.#understood.replaceChildren('Understood as ', words('q', answer.question));
  }
}
