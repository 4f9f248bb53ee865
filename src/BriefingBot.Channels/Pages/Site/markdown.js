import { articlePath } from './api.js';
import { dayOf, extentText, publisherOf, stances, statuses, statusOf } from './words.js';

/** An answer for a document, an issue or a mail. @param {string} site Where its articles are, as in https://bot.example. */
export function markdown(answer, site) {
  const status = statuses[statusOf(answer)];
  return [
    `## ${plain(answer.question)}`,
    `**${status.label}**: ${plain(answer.statusReason)}`,
    plain(answer.text),
    ...answer.citations.map(citation => source(citation, site)),
    `Searched ${extentText(answer.searched)}.${answer.asOf ? ` Evidence as of ${dayOf(answer.asOf)}.` : ''}`,
  ].join('\n\n') + '\n';
}

function source(citation, site) {
  const who = [citation.speaker && `**${plain(citation.speaker)}**`, stances[citation.stance]?.toLowerCase(), plain(publisherOf(citation)), dayOf(citation.published)];
  return `[${citation.n}] ${who.filter(Boolean).join(' · ')} · [${plain(citation.title || citation.articleId)}](${site}${articlePath(citation.articleId, citation.span)})\n> ${plain(citation.quote)}`;
}

// One line, its marks without meaning.
const plain = text => text.replace(/\s+/g, ' ').replace(/[\\`*_{}<>#|~]/g, '\\$&').replace(/\]\(/g, ']\\(').replace(/!\[/g, '!\\[');
