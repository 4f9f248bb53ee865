import { el } from './dom.js';
import { dayOf } from './words.js';

const mostSpeakers = 2;

/** What may be asked next, from what the answer holds. @returns {{label: string, question: string, asOf: string | null}[]} */
export function followUps(answer) {
  const speakers = [...new Set(answer.citations.map(citation => citation.speaker).filter(Boolean))];
  const asked = answer.question.toLowerCase();
  if (answer.reply !== 'answered' || speakers.length === 0 || !/\p{Script=Latin}/u.test(asked)) return earlier(answer);
  const others = speakers.filter(speaker => isName(speaker) && !asked.includes(lastWord(speaker))).slice(0, mostSpeakers);
  return [
    ...(/^who\b/.test(asked) ? [] : ['Who said that?']),
    ...(isOfSpeech.test(asked) ? [...others.map(speaker => `And ${speaker}?`), 'What do others say?'] : []),
    ...(isYesOrNo.test(asked) && !isOfSpeech.test(asked) ? others.map(speaker => `What did ${speaker} say about it?`) : []),
  ].map(question => ({ label: question, question, asOf: null })).concat(earlier(answer));
}

// What the status was before it changed.
const earlier = ({ question, history }) => history.length < 2 ? [] : [{ label: `As of ${dayOf(history[0].date)}?`, question, asOf: history[0].date }];

export const followUpChips = (answer, ask) => {
  const all = followUps(answer);
  return all.length === 0 ? null : el('div', { class: 'follow-ups', role: 'group', 'aria-label': 'Ask next' },
    all.map(({ label, question, asOf }) => el('button', { type: 'button', class: 'chip', dir: 'auto', text: label, on: { click: () => ask(question, asOf ?? undefined) } })));
};

const isYesOrNo = /^(is|are|was|were|has|have|had|did|does|do|will|would|can|could|should)\b/;

const isOfSpeech = /\b(says?|said|confirm(s|ed)?|den(y|ies|ied)|claim(s|ed)?)\b/;

// Described, not named, as in "a person with direct knowledge of the loan".
const isName = speaker => /^\p{Lu}/u.test(speaker) && !/^(A|An|The|Their) /.test(speaker) && speaker.split(' ').length <= 4;

const lastWord = name => name.split(' ').at(-1).toLowerCase();
