import { Api } from './api.js';
import { showExamples } from './examples.js';
import { conversation, currentConversation, leaveConversation } from './conversation.js';
import { icon } from './icons.js';
import { storedKey } from './key.js';
import { themeButton } from './theme-button.js';
import { Turn } from './turn.js';
import { statusOf, statuses } from './words.js';

const api = new Api('', storedKey());
const page = Object.fromEntries(['welcome', 'asked', 'turns', 'composer', 'question', 'as-of', 'as-of-label', 'send', 'restart', 'announcer'].map(id => [id, document.getElementById(id)]));
let running = null;

const announce = text => { page.announcer.textContent = text; };

async function ask(question, asOf = page['as-of'].value || null) {
  running?.abort();
  const abort = running = new AbortController();
  const turn = add(new Turn(question, asOf));
  const again = () => {
    turn.element.remove();
    return ask(question, asOf);
  };
  turn.element.scrollIntoView({ block: 'start', behavior: 'smooth' });
  announce('Searching the articles');
  showSend();
  const slow = setTimeout(async () => {
    const isUnready = await api.get('/health/ready').then(() => false, failure => failure.status === 503);
    if (isUnready && running === abort) {
      const waiting = 'The articles are still being read; your question waits for them';
      turn.wait(waiting);
      announce(waiting);
    }
  }, 1200);
  try {
    for await (const event of api.ask({ question, conversation: conversation(), asOf }, abort.signal)) {
      clearTimeout(slow);
      const answer = turn.take(event);
      if (answer) finish(turn, answer, true);
    }
  } catch (failure) {
    if (failure.name === 'AbortError') turn.stop(again);
    else turn.fail(failure, again);
  } finally {
    clearTimeout(slow);
    if (running === abort) running = null;
    showSend();
  }
}

function finish(turn, answer, isNew) {
  turn.finish(answer, { api, conversation: conversation(), announce, ask });
  if (isNew) announce(`${statuses[statusOf(answer)].label}. ${answer.text}`);
}

function add(turn) {
  page.welcome.hidden = true;
  page.asked.hidden = false;
  page.restart.hidden = false;
  page.turns.append(turn.element);
  return turn;
}

async function restore() {
  const name = currentConversation();
  if (name === null) return;
  try {
    const { turns } = await api.get(`/api/conversations/${encodeURIComponent(name)}`);
    for (const { asked, asOf, answer, stale, now } of turns) {
      const turn = add(new Turn(asked, asOf ?? null));
      finish(turn, answer, false);
      turn.review(stale ?? [], now, () => ask(answer.question, asOf ?? null));
    }
    page.turns.lastElementChild?.scrollIntoView({ block: 'start' });
  } catch (failure) {
    // One that the server no longer keeps begins anew.
    if (failure.status !== 404) announce(failure.message);
  }
}

function showSend() {
  const isRunning = running !== null;
  page.send.replaceChildren(icon(isRunning ? 'stop' : 'send', 18));
  page.send.setAttribute('aria-label', isRunning ? 'Stop' : 'Ask');
}

function submit(event) {
  event.preventDefault();
  if (running !== null) {
    running.abort();
    return;
  }
  const question = page.question.value.trim();
  if (question === '') {
    page.question.focus();
    return;
  }
  page.question.value = '';
  fit();
  ask(question);
}

// As high as its text, up to the limit of the style sheet.
function fit() {
  page.question.style.height = 'auto';
  page.question.style.height = `${page.question.scrollHeight}px`;
}

page.composer.addEventListener('submit', submit);
page.question.addEventListener('input', fit);
page.question.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
});
page['as-of'].addEventListener('input', () => {
  const isEmpty = page['as-of'].value === '';
  page['as-of'].classList.toggle('is-empty', isEmpty);
  page['as-of-label'].textContent = isEmpty ? 'As of today' : 'As of';
});
page.restart.addEventListener('click', () => {
  running?.abort();
  leaveConversation();
  page.turns.replaceChildren();
  page.asked.hidden = true;
  page.restart.hidden = true;
  page.welcome.hidden = false;
  announce('New conversation');
  page.question.focus();
});

themeButton();
showSend();
showExamples(api, ask);
const shared = new URLSearchParams(location.search);
if (shared.has('q')) {
  history.replaceState(null, '', '/');
  leaveConversation();
  const asOf = shared.get('asOf');
  ask(shared.get('q').slice(0, page.question.maxLength), Number.isNaN(Date.parse(`${asOf}T00:00:00Z`)) ? null : asOf);
} else {
  restore();
}
