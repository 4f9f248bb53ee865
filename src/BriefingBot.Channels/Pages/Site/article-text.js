import { el } from './dom.js';

/**
 * An article's text as paragraphs. All its text nodes in a row are the text, unit by unit: a span of it can be found and marked.
 * @param {{start: number, end: number} | null} marked What is highlighted.
 * @param {{start: number, end: number, kind: string}[]} parts What is not the story itself.
 */
export function articleText({ text, title, parts }, marked) {
  const hidden = parts.find(part => part.kind === 'title' && text.slice(part.start, part.end).trim() === title.trim());
  return paragraphs(text, parts).map(({ start, end, next }) => el('p', { dir: 'auto', class: hidden && hidden.start <= start && end <= hidden.end ? 'visually-hidden' : kindOf(parts, start, end) },
    ...pieces(text, start, end, marked),
    next > end && el('span', { class: 'break' }, ...pieces(text, end, next, marked))));
}

// An empty line ends a paragraph; where there is none, every line does. So does the line where a caption or the like begins or ends.
function paragraphs(text, parts) {
  const isEveryLine = !/\n\s*\n/.test(text);
  const edges = new Set(parts.flatMap(part => [part.start, part.end]));
  const all = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/\s*\n\s*/g)) {
    const next = index + gap.length;
    if (!isEveryLine && !/\n\s*\n/.test(gap) && !edges.has(index) && !edges.has(next)) continue;
    all.push({ start, end: index, next });
    start = next;
  }
  return start < text.length ? [...all, { start, end: text.length, next: text.length }] : all;
}

function pieces(text, start, end, marked) {
  const from = Math.max(start, marked?.start ?? end);
  const to = Math.min(end, marked?.end ?? end);
  return from >= to ? [text.slice(start, end)] : [text.slice(start, from), el('mark', { text: text.slice(from, to) }), text.slice(to, end)];
}

const kindOf = (parts, start, end) => {
  const part = parts.find(one => one.start <= start && end <= one.end);
  return part ? `part part-${part.kind}` : null;
};

/** The place that an address names after its #. @returns {{start: number, end: number} | null} Null where it names none in a text so long. */
export function placeOf(hash, length) {
  const [, start, end] = /^#q=(\d{1,9})-(\d{1,9})$/.exec(hash) ?? [];
  return start !== undefined && Number(start) < Number(end) && Number(end) <= length ? { start: Number(start), end: Number(end) } : null;
}

/** What is selected in the text; null for nothing, or for something that is not wholly in it. @returns {{start: number, end: number} | null} */
export function selectedPlace() {
  const text = document.getElementById('text');
  const selection = getSelection();
  if (!text || selection.isCollapsed || selection.rangeCount !== 1) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const { length } = range.toString();
  return length === 0 ? null : { start, end: start + length };
}
