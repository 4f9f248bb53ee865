import { el } from './dom.js';
import { icon } from './icons.js';
import { statuses } from './words.js';

/** @param {string} status A status, or not-in-corpus. */
export const statusBadge = (status, size = 20) =>
  el('span', { class: 'badge', 'data-status': status }, icon(status, size), el('span', { text: statuses[status].label }));
