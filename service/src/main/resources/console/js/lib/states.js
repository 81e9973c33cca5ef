// What a page shows in place of data: loading, nothing there, and a failure with what to do about it.
import { h, show } from './dom.js';
import { icon } from './icons.js';
import { go } from './router.js';

/** Grey lines where rows will be. */
export const loading = (rows = 6) =>
  h('div', { class: 'loading', role: 'status' },
    h('span', { class: 'sr-only' }, 'Loading'),
    Array.from({ length: rows }, () => h('div', { class: 'skeleton', 'aria-hidden': 'true' })));

export const empty = (title, text, ...actions) =>
  h('div', { class: 'state' }, icon('search', 32), h('h2', {}, title), h('p', {}, text), actions);

export const button = (text, onclick, look = '') => h('button', { type: 'button', class: `button ${look}`, onclick }, text);

/** @param tone warn, bad, good or none */
export const notice = (tone, ...content) =>
  h('div', { class: `notice ${tone}` },
    icon(tone === 'warn' || tone === 'bad' ? 'warn' : tone === 'good' ? 'check' : 'info'),
    h('div', { class: 'grow' }, content));

const TITLES = {
  CTM_UNAVAILABLE: 'CallTrackingMetrics does not answer',
  CTM_RATE_LIMITED: 'CallTrackingMetrics asks to slow down',
  CTM_REJECTED: 'CallTrackingMetrics refused this',
  TOKEN_INVALIDATED: 'CallTrackingMetrics refuses the stored login',
  FORBIDDEN: 'You may not do this',
  NETWORK: 'The service does not answer',
  UNAVAILABLE: 'The service is not ready',
  VALIDATION_FAILED: 'This cannot be asked for like that',
};

const TEXTS = {
  CTM_UNAVAILABLE: 'Nothing is lost. It may be down or slow for the moment; try again in a minute.',
  TOKEN_INVALIDATED: 'Connect again with a login that works. Campaigns and settings are kept meanwhile.',
};

function text(error) {
  const wait = error.retryAfter ? ` Try again in ${error.retryAfter} s.` : '';
  const errors = error.errors.map(one => `${one.field} ${one.message}`).join('; ');
  return (TEXTS[error.code] ?? (errors || error.message)) + wait;
}

export const titleOf = error => TITLES[error.code] ?? 'Something went wrong';

/** A failure that takes the place of the data. */
export function failure(error, retry) {
  return h('div', { class: 'state', role: 'alert' },
    icon('warn', 32), h('h2', {}, titleOf(error)), h('p', { class: 'break' }, text(error)),
    error.code === 'TOKEN_INVALIDATED'
      ? button('Reconnect', () => go('connection'), 'primary')
      : retry && button('Try again', retry),
    error.requestId && h('p', { class: 'small' }, 'Request ', h('code', {}, error.requestId)));
}

/** A failure beside a form. */
export const failureNotice = error =>
  h('div', { role: 'alert' }, notice('bad', h('b', {}, titleOf(error)), h('p', { class: 'break' }, error.message),
    error.stands?.length > 0 && h('ul', {}, error.stands.map(one => h('li', { class: 'break' }, one.detail)))));

/** Runs `load` into an element: loading, then what it returns, or the failure. */
export async function into(element, signal, load, rows) {
  if (!element.hasChildNodes() || element.querySelector('.state')) show(element, loading(rows));
  else element.classList.add('stale');
  element.setAttribute('aria-busy', 'true');
  try {
    const content = await load();
    if (!signal?.aborted) show(element, content);
  } catch (error) {
    if (signal?.aborted) return;
    show(element, failure(error, () => into(element, signal, load, rows)));
    if (!error.code) throw error;
  } finally {
    if (!signal?.aborted) { element.classList.remove('stale'); element.removeAttribute('aria-busy'); }
  }
}
