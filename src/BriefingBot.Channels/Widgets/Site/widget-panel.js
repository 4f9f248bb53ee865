import { Api } from './api.js';
import { withoutQuotes } from './answer-text.js';
import { el, words } from './dom.js';
import { followUpChips } from './follow-ups.js';
import { icon } from './icons.js';
import { quoteCard } from './quote-card.js';
import { statusBadge } from './status-badge.js';
import { count, repeats, statuses, statusOf } from './words.js';

const key = 'briefingbot.widget';

/** The chat on somebody else's page: a button that opens a panel. Its style is its own, whatever that of the page is. */
export class Widget {
  #api;
  #base;
  #options;
  #conversation = stored();
  #running = null;
  #wasOpened = false;
  #answers = 0;

  /** @param {string} base The server's origin. @param {DOMStringMap} options title, greeting, placeholder, theme (light, dark, auto), key. */
  constructor(base, options) {
    this.#base = base;
    this.#options = options;
    this.#api = new Api(base, options.key ?? null);
  }

  async show() {
    // No page has a rule for an element of this name.
    const host = document.createElement('briefingbot-widget');
    const root = host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(await (await fetch(`${this.#base}/assets/widget.css`)).text());
    root.adoptedStyleSheets = [style];
    root.append(...this.#parts());
    host.dataset.theme = this.#options.theme ?? 'light';
    document.documentElement.append(host);
  }

  #parts() {
    const title = this.#options.title ?? 'Ask the articles';
    const greeting = this.#options.greeting ?? 'Every answer quotes the articles word for word, and says whether it is confirmed.';
    this.launcher = el('button', { type: 'button', class: 'launcher', 'aria-expanded': 'false', 'aria-haspopup': 'dialog', on: { click: () => this.#toggle(true) } }, icon('reported', 22), words('span', title));
    this.input = el('textarea', { rows: 1, maxlength: 10000, 'aria-label': 'Your question', placeholder: this.#options.placeholder ?? 'Your question', dir: 'auto', enterkeyhint: 'send' });
    this.turns = el('div', { class: 'turns', dir: 'ltr', tabindex: 0, role: 'region', 'aria-label': 'Answers' }, words('p', greeting, { class: 'greeting' }));
    this.announcer = el('p', { class: 'unseen', role: 'status' });
    this.panel = el('div', { class: 'panel', role: 'dialog', 'aria-modal': 'true', 'aria-label': title, hidden: true, on: { keydown: event => this.#keepFocus(event) } },
      el('header', { dir: 'ltr' }, words('strong', title), el('button', { type: 'button', class: 'close', 'aria-label': 'Close', text: '×', on: { click: () => this.#toggle(false) } })),
      this.turns,
      el('form', { dir: 'ltr', on: { submit: event => this.#submit(event) } }, this.input, el('button', { type: 'submit', class: 'send', 'aria-label': 'Ask' }, icon('send', 18))),
      this.announcer);
    this.input.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#submit(event);
    });
    return [this.launcher, this.panel];
  }

  #toggle(isOpen) {
    this.panel.hidden = !isOpen;
    this.launcher.setAttribute('aria-expanded', String(isOpen));
    (isOpen ? this.input : this.launcher).focus();
    if (isOpen && !this.#wasOpened) {
      this.#wasOpened = true;
      this.#restore();
    }
  }

  // Escape closes; Tab goes round within the panel; the page's own keys are not meant.
  #keepFocus(event) {
    event.stopPropagation();
    if (event.key === 'Escape') this.#toggle(false);
    if (event.key !== 'Tab') return;
    const stops = [...this.panel.querySelectorAll('a[href], button:not(:disabled), textarea, [tabindex="0"]')];
    const at = stops.indexOf(this.panel.getRootNode().activeElement);
    if (event.shiftKey ? at <= 0 : at === stops.length - 1) {
      event.preventDefault();
      stops.at(event.shiftKey ? -1 : 0).focus();
    }
  }

  #submit(event) {
    event.preventDefault();
    const question = this.input.value.trim();
    if (question === '') return;
    this.input.value = '';
    this.#ask(question);
  }

  async #ask(question, asOf = null) {
    this.#running?.abort();
    const abort = this.#running = new AbortController();
    const turn = this.#add(question);
    const waiting = el('p', { class: 'faint', text: 'Searching the articles' });
    turn.append(waiting);
    this.announcer.textContent = waiting.textContent;
    let answer = null;
    try {
      for await (const { name, data } of this.#api.ask({ question, asOf, conversation: this.#named() }, abort.signal)) {
        if (name === 'status') answer = { ...data, text: '', citations: [] };
        else if (name === 'sentence') answer.text += data.text;
        else if (name === 'citation') answer.citations.push(data);
        else if (name === 'done') answer = data;
        this.#fill(turn, answer, name === 'done');
      }
      this.announcer.textContent = `${statuses[statusOf(answer)].label}. ${answer.text}`;
    } catch (failure) {
      waiting.remove();
      if (failure.name !== 'AbortError') turn.append(this.#failure(failure, () => this.#ask(question, asOf)));
    }
  }

  #failure = (failure, again) => el('div', { class: 'failure', role: 'alert' },
    el('strong', { text: failure.title ?? 'This should not have happened' }),
    el('p', { text: failure.message }),
    el('button', { type: 'button', text: 'Ask again', on: { click: again } }));

  #add(question) {
    for (const chips of this.turns.querySelectorAll('.follow-ups')) chips.remove();
    const asked = words('p', question, { class: 'asked' });
    const answer = el('div', { class: 'answer', 'data-answer': ++this.#answers });
    this.turns.append(asked, answer);
    this.turns.scrollTop = asked.offsetTop - this.turns.offsetTop - 12;
    return answer;
  }

  #fill(turn, answer, isWhole) {
    const { lead, prose } = withoutQuotes(answer.text, answer.citations);
    const text = [!repeats(lead, statusOf(answer)) && lead, prose].filter(Boolean).join(' ');
    turn.replaceChildren(...[
      statusBadge(statusOf(answer), 18),
      text && words('p', text, { class: 'text' }),
      answer.citations.length > 0 && el('ol', {}, answer.citations.map(citation => quoteCard(citation, `briefingbot-${turn.dataset.answer}-${citation.n}`, this.#base))),
      isWhole && el('p', { class: 'faint', text: `Searched ${count(answer.searched.articles, 'article')}` }),
      isWhole && followUpChips(answer, (question, asOf) => this.#ask(question, asOf)),
    ].filter(Boolean));
  }

  #named() {
    this.#conversation ??= Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
    try { sessionStorage.setItem(key, this.#conversation); } catch { /* without storage it lasts as long as the page */ }
    return this.#conversation;
  }

  async #restore() {
    if (this.#conversation === null) return;
    try {
      const { turns } = await this.#api.get(`/api/conversations/${this.#conversation}`);
      for (const { asked, answer } of turns) this.#fill(this.#add(asked), answer, true);
    } catch {
      // What was said before is not shown; asking goes on.
    }
  }
}

function stored() {
  try { return sessionStorage.getItem(key); } catch { return null; }
}
