// The frame of a view: its head with title and actions, its body; and the gate before views that need a CTM account.
import { connection } from './connection.js';
import { h, show } from './dom.js';
import { link } from './router.js';
import { empty, failure, loading } from './states.js';

/** A page's head and body: `{ element, body, subtitle, actions }`. */
export function page(title) {
  const subtitle = h('p', { class: 'break' });
  const actions = h('div', { class: 'actions' });
  const body = h('div', { class: 'page-body' });
  const head = h('div', { class: 'page-head' },
    h('div', { class: 'grow' }, h('h1', { tabindex: -1 }, title), subtitle), actions);
  return { element: [head, body], body, subtitle, actions };
}

const connectLink = text => h('a', { class: 'button primary', href: link('connection') }, text);

/**
 * Runs `begin(connection)` once there is a connection that works and a chosen CTM account; else shows what is missing.
 * `begin` may answer an object with `update(query)`.
 */
export async function withAccount({ body, subtitle }, signal, begin) {
  show(body, h('div', { class: 'card' }, loading()));
  let connected;
  try {
    connected = await connection(signal);
  } catch (error) {
    if (!signal.aborted) show(body, h('div', { class: 'card' }, failure(error, () => withAccount({ body, subtitle }, signal, begin))));
    return null;
  }
  if (signal.aborted) return null;
  const missing = whatIsMissing(connected);
  if (missing) {
    show(body, h('div', { class: 'card' }, missing));
    return null;
  }
  subtitle.textContent = connected.name;
  show(body);
  return begin(connected);
}

function whatIsMissing({ status, account }) {
  if (!status) {
    return empty('Not connected yet', 'Connect CallTrackingMetrics to see calls, reports and trackers here.',
      connectLink('Connect'));
  }
  if (status.status === 'token_invalidated') {
    return empty('CallTrackingMetrics refuses the stored login',
      'Connect again with a login that works. Campaigns and settings are kept meanwhile.', connectLink('Reconnect'));
  }
  return account ? null : empty('No CTM account chosen', 'Choose which CTM account this account works with.',
    connectLink('Choose an account'));
}
