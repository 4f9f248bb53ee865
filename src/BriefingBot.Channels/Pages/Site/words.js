// What the API's words mean to a reader.

export const statuses = {
  confirmed: { label: 'Confirmed', meaning: 'A party that knows says so itself, or independent origins agree. Nobody refutes it.' },
  reported: { label: 'Reported', meaning: 'One origin says so. Nobody has confirmed it.' },
  unconfirmed: { label: 'Unconfirmed', meaning: 'It is asserted, but the evidence does not establish it.' },
  disputed: { label: 'Disputed', meaning: 'Independent origins contradict each other.' },
  denied: { label: 'Denied', meaning: 'It is only ever refuted.' },
  'not-in-corpus': { label: 'Not in the corpus' },
};

export const stances = {
  supports: 'Says it is so',
  refutes: 'Says it is not so',
  uncommitted: 'Does not commit',
  unrelated: 'Says beside it',
};

/** @param {{reply: string, status: string | null}} answer */
export const statusOf = answer => answer.reply === 'not-in-corpus' ? 'not-in-corpus' : answer.status ?? 'not-in-corpus';

/** Whether the first words of an answer are but the status again. */
export const repeats = (lead, status) => lead.replace(/:$/, '').toLowerCase() === statuses[status].label.toLowerCase();

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @param {string | null} date YYYY-MM-DD */
export const dayOf = date => date ? day.format(new Date(`${date}T00:00:00Z`)) : 'Date unknown';

const number = new Intl.NumberFormat('en-GB');

export const count = (many, one, more = `${one}s`) => `${number.format(many)} ${many === 1 ? one : more}`;

/** The outlet, else the byline. */
export const publisherOf = source => source.outlet ?? source.author ?? 'Outlet unknown';

/** @param {{articles: number, passages: number, from: string | null, to: string | null}} extent */
export function extentText(extent) {
  const dated = extent.from && extent.to ? extent.from === extent.to ? `, dated ${dayOf(extent.from)}` : `, dated ${dayOf(extent.from)} to ${dayOf(extent.to)}` : '';
  return `${count(extent.articles, 'article')}${dated}`;
}
