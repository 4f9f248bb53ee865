import { icon } from './icons.js';

/** The button that changes between light and dark. */
export function themeButton() {
  const button = document.getElementById('theme');
  const show = () => {
    const isDark = window.briefingTheme.current() === 'dark';
    button.replaceChildren(icon(isDark ? 'sun' : 'moon', 19));
    button.setAttribute('aria-label', isDark ? 'Light theme' : 'Dark theme');
    button.title = isDark ? 'Light theme' : 'Dark theme';
  };
  button.addEventListener('click', () => {
    window.briefingTheme.toggle();
    show();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  show();
}
