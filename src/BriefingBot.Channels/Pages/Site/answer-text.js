// An answer without a model is made of quotes: they are shown once, as cards, and what stands around them as text.

/**
 * @param {string} text With [1] markers.
 * @param {{n: number, quote: string, speaker: string | null, outlet: string | null}[]} citations
 * @returns {{lead: string, prose: string}} The lead goes before the first quote, such as "No, not confirmed:"; the prose keeps its markers.
 */
export function withoutQuotes(text, citations) {
  let lead = '';
  let prose = '';
  for (const [i, { words, number }] of sentences(text).entries()) {
    const citation = citations.find(one => one.n === number);
    const before = citation && leadOf(words, citation);
    if (before === null || before === undefined || (before !== '' && i > 0)) prose += number === null ? words : `${words}[${number}]`;
    else if (before !== '') lead = before;
  }
  return { lead, prose: prose.trim() };
}

function sentences(text) {
  const parts = text.split(/\[(\d{1,3})\]/);
  const all = [];
  for (let i = 0; i + 1 < parts.length; i += 2) all.push({ words: parts[i], number: Number(parts[i + 1]) });
  if (parts.at(-1).trim() !== '') all.push({ words: parts.at(-1), number: null });
  return all;
}

// What stands before the quote, its speaker aside; null where the words hold more than that and the quote.
function leadOf(words, citation) {
  const whole = words.trim();
  const marked = [citation.quote, `“${citation.quote}”`].find(quote => whole.endsWith(quote));
  if (!marked) return null;
  let before = whole.slice(0, -marked.length).trim();
  for (const name of [citation.speaker, citation.outlet, citation.published])
    if (name && before.endsWith(`${name}:`)) before = before.slice(0, -name.length - 1).trim();
  return before === '' || before.endsWith(':') ? before : null;
}

/**
 * The parties behind a status, where its reason counts them.
 * @param {string} reason As in "2 assert it (A, B); 1 denies it (C)", perhaps after a rule and a colon.
 * @returns {{rule: string, parties: {many: number, does: string, who: string}[]}} No parties where it does not.
 */
export function tally(reason) {
  const [, rule = '', counts] = /^(?:([^;()]*?): )?(\d[\s\S]*)$/.exec(reason) ?? [];
  const parts = (counts ?? '').split(/; (?=\d+ )/).map(part => /^(\d+) ([^()]+) \(([\s\S]+)\)$/.exec(part));
  return parts.every(part => part)
    ? { rule, parties: parts.map(([, many, does, who]) => ({ many: Number(many), does, who })) }
    : { rule: reason, parties: [] };
}
