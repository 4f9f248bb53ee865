const namespace = 'http://www.w3.org/2000/svg';

// Strokes in a box of 20 by 20. Statuses differ in shape as well as colour.
const paths = {
  confirmed: ['M10 2.2a7.8 7.8 0 1 0 0 15.6a7.8 7.8 0 1 0 0-15.6', 'M6.4 10.3l2.5 2.5 4.8-5.2'],
  reported: ['M3 4.2h14v9.2H9.4L5.6 16.8v-3.4H3z', 'M6.4 8.8h7.2'],
  unconfirmed: ['M10 2.2a7.8 7.8 0 1 0 0 15.6a7.8 7.8 0 1 0 0-15.6', 'M7.7 7.9a2.3 2.3 0 1 1 3.3 2.1c-.7.4-1 .8-1 1.6', 'M10 14.3v.1'],
  disputed: ['M2.5 7h12M11.3 3.8L14.5 7l-3.2 3.2', 'M17.5 13h-12M8.7 9.8L5.5 13l3.2 3.2'],
  denied: ['M6.8 2.2h6.4l4.6 4.6v6.4l-4.6 4.6H6.8l-4.6-4.6V6.8z', 'M7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6'],
  'not-in-corpus': ['M8.6 3a5.6 5.6 0 1 0 0 11.2a5.6 5.6 0 1 0 0-11.2', 'M12.8 12.8L17.4 17.4', 'M6.4 8.6h4.4'],
  sun: ['M10 6.6a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8', 'M10 1.8v1.6M10 16.6v1.6M1.8 10h1.6M16.6 10h1.6M4.2 4.2l1.1 1.1M14.7 14.7l1.1 1.1M15.8 4.2l-1.1 1.1M5.3 14.7l-1.1 1.1'],
  moon: ['M16.4 12.2A7 7 0 0 1 7.8 3.6a7 7 0 1 0 8.6 8.6z'],
  send: ['M10 16.5V3.7M4.8 8.9L10 3.7l5.2 5.2'],
  stop: ['M5.5 5.5h9v9h-9z'],
  copy: ['M7.2 7.2h9.3v9.3H7.2z', 'M13 7V3.5H3.5V13H7'],
  link: ['M8.3 11.7a3.3 3.3 0 0 0 4.7 0l2.8-2.8a3.3 3.3 0 0 0-4.7-4.7L10 5.3', 'M11.7 8.3a3.3 3.3 0 0 0-4.7 0l-2.8 2.8a3.3 3.3 0 0 0 4.7 4.7L10 14.7'],
  up: ['M6.7 9.2L9.9 2.6c1.4 0 2.1 1 2.1 2.2v3h4.1c1 0 1.7.9 1.5 1.9l-1.1 5.8c-.2.9-.9 1.5-1.8 1.5h-8z', 'M6.7 9.2v7.8H3.4V9.2z'],
  down: ['M6.7 10.8L9.9 17.4c1.4 0 2.1-1 2.1-2.2v-3h4.1c1 0 1.7-.9 1.5-1.9l-1.1-5.8C16.3 3.6 15.6 3 14.7 3h-8z', 'M6.7 10.8V3H3.4v7.8z'],
  open: ['M7.5 4.2H4v11.8h11.8v-3.5', 'M11 3.7h5.3V9M16 4L9 11'],
  go: ['M3.5 10h13', 'M11.5 5l5 5-5 5'],
  warning: ['M10 3L18 16.8H2z', 'M10 8.2v4M10 14.4v.1'],
  back: ['M11.8 4.5L6.3 10l5.5 5.5'],
};

/** @param {keyof typeof paths} name Decoration only: what it means stands beside it in words. */
export function icon(name, size = 20) {
  const svg = document.createElementNS(namespace, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 20 20', width: size, height: size, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.7, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' }))
    svg.setAttribute(key, value);
  for (const line of paths[name]) {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('d', line);
    svg.append(path);
  }
  return svg;
}
