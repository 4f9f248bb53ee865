// Elements from data. Text becomes text nodes and nothing else: no data is ever read as markup.

/** @param {string} tag @param {Record<string, unknown>} [attributes] `text` and `on` (listeners) apart, false and null are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') element.textContent = String(value);
    else if (name === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** A link that leaves the site; null unless it is http or https. */
export function outLink(url, text, attributes = {}) {
  const address = httpAddress(url);
  return address && el('a', { href: address, rel: 'noopener noreferrer', target: '_blank', ...attributes, text });
}

function httpAddress(url) {
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
}

/** The words of an article: bidirectional controls in them stay within. */
export const words = (tag, text, attributes = {}) => el(tag, { dir: 'auto', ...attributes, text });
