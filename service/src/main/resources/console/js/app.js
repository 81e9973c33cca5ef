// Starts the console: sign-in or frame, and the view that the address names. Views are loaded when they are needed.
import { forget } from './lib/connection.js';
import { h, say, show } from './lib/dom.js';
import { current } from './lib/router.js';
import * as session from './lib/session.js';
import { failure } from './lib/states.js';
import { frame } from './shell.js';
import { signInPage } from './views/sign-in.js';

const VIEWS = {
  overview: () => import('./views/overview.js'),
  calls: () => import('./views/calls.js'),
  trackers: () => import('./views/trackers.js'),
  live: () => import('./views/live.js'),
  connection: () => import('./views/connection.js'),
};

const app = document.getElementById('app');
let shell = null;
let shown = { view: null, mounted: null, abort: new AbortController() };

function leave() {
  shown.abort.abort();
  shown = { view: null, mounted: null, abort: new AbortController() };
}

async function route() {
  if (!session.token()) return;
  const { view, query } = current();
  const name = Object.hasOwn(VIEWS, view) ? view : 'overview';
  shell ??= frame(app);
  shell.mark(name);
  if (shown.view === name) {
    shown.mounted?.update?.(query);
    return;
  }
  const isFirst = shown.view === null;
  leave();
  shown.view = name;
  await mount(name, query, shown, isFirst);
}

async function mount(name, query, mine, isFirst) {
  const { signal } = mine.abort;
  try {
    const view = await VIEWS[name]();
    if (signal.aborted) return;
    const root = h('main', { id: 'main', tabindex: -1 });
    shell.put(root);
    document.title = `${view.title} · ctm-connect`;
    const mounted = view.mount(root, query, signal);
    if (!isFirst) {
      root.querySelector('h1')?.focus();
      say(view.title);
    }
    mine.mounted = await mounted;
    const now = current();
    if (!signal.aborted && now.view === name && JSON.stringify(now.query) !== JSON.stringify(query)) {
      mine.mounted?.update?.(now.query);
    }
  } catch (error) {
    if (signal.aborted) return;
    leave();
    shell?.put(h('main', { id: 'main' }, h('h1', { class: 'sr-only' }, 'Error'), failure(error, route)));
    throw error;
  }
}

function start() {
  forget();
  leave();
  shell = null;
  document.querySelectorAll('dialog').forEach(dialog => dialog.remove());
  if (session.token()) {
    route();
  } else {
    document.title = 'Sign in · ctm-connect';
    show(app, signInPage(session.ended));
  }
}

addEventListener('hashchange', () => {
  session.takeFromAddress();
  route();
});
setInterval(() => { if (session.token() && session.isExpired()) session.signOut('expired'); }, 15_000);
session.takeFromAddress();
session.onChange(start);
start();
