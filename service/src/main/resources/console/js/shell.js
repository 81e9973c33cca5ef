// The frame around the views: brand, navigation, theme, sign-out.
import { h, show } from './lib/dom.js';
import { icon } from './lib/icons.js';
import { link } from './lib/router.js';
import { actingFor, claims, signOut } from './lib/session.js';

const ENTRIES = [
  ['overview', 'Overview'],
  ['calls', 'Calls'],
  ['trackers', 'Trackers'],
  ['live', 'Live'],
  ['connection', 'Connection'],
];

export const brand = () =>
  h('div', { class: 'brand' }, h('img', { src: 'icon.svg', alt: '' }), 'ctm-connect');

/** Builds it: `put(main)` shows a view, `mark(name)` says which one it is. */
export function frame(app) {
  const links = new Map(ENTRIES.map(([name, label]) =>
    [name, h('a', { href: link(name) }, icon(name, 20), h('span', {}, label))]));
  const place = h('div', { class: 'page' });
  show(app, h('div', { class: 'shell' },
    h('header', { class: 'side' },
      brand(), h('nav', { class: 'nav', 'aria-label': 'Main' }, [...links.values()]), foot()),
    place));
  return {
    put: main => show(place, main),
    mark: name => links.forEach((element, key) => {
      if (key === name) element.setAttribute('aria-current', 'page');
      else element.removeAttribute('aria-current');
    }),
  };
}

/** Who is signed in, and two buttons; the connection page shows them on small screens. */
export function foot() {
  return h('div', { class: 'side-foot' },
    h('div', { class: 'who muted break' }, actingFor() ? 'Acting for ' : 'Account ',
      h('code', {}, actingFor() ?? claims()?.account_id ?? '')),
    accountButtons());
}

export const accountButtons = () => h('div', { class: 'row' },
  h('button', { type: 'button', class: 'button quiet', onclick: switchTheme }, icon('theme', 16), 'Theme'),
  h('button', { type: 'button', class: 'button quiet', onclick: () => signOut() }, icon('out', 16), 'Sign out'));

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try {
    localStorage.setItem('ctm-connect.theme', root.dataset.theme);
  } catch { /* it holds for this page then */ }
}
