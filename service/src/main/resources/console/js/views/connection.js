// The connection: its state, connecting in both ways, reconnecting, the CTM account, disconnecting.
import { connection, forget } from '../lib/connection.js';
import { h, show } from '../lib/dom.js';
import { count, dateTime } from '../lib/format.js';
import { page } from '../lib/page.js';
import { into, notice } from '../lib/states.js';
import { accountButtons } from '../shell.js';
import { chooseAccount } from './choose-account.js';
import { connectForm } from './connect-form.js';
import { disconnectCard } from './disconnect.js';

export const title = 'Connection';

export function mount(root, query, signal) {
  const frame = page(title);
  show(root, frame.element);
  frame.subtitle.textContent = 'How this account reaches CallTrackingMetrics';
  show(frame.actions, h('div', { class: 'only-narrow' }, accountButtons()));
  const again = done => {
    forget();
    show(frame.body);
    load(frame.body, signal, again, done);
  };
  load(frame.body, signal, again);
}

/** @param done a notice of what was just done, or nothing */
const load = (body, signal, again, done) => into(body, signal, async () => {
  const connected = await connection(signal);
  const { status } = connected;
  if (!status) return [done, card('Connect to CallTrackingMetrics', intro(), connectForm({ again, look: 'Connect' }))];
  if (status.status === 'token_invalidated') {
    return [done,
      notice('bad', h('b', {}, 'CallTrackingMetrics refuses the stored login'),
        h('p', {}, `Since ${dateTime(status.invalidated_at)}. Nothing is sent to CallTrackingMetrics until you connect again; `
          + 'the chosen account, campaigns and webhooks are kept.')),
      card('Reconnect', null, connectForm({ again, look: 'Reconnect', user: status.user })), disconnectCard(status, again)];
  }
  return [done, h('div', { class: 'two' },
    h('div', { class: 'stack' }, stateCard(connected), loginCard(status, again)),
    h('div', { class: 'stack' }, chooseAccount(connected, signal, again))), disconnectCard(status, again)];
}, 4);

const card = (name, before, ...content) =>
  h('section', { class: 'card narrow' },
    h('div', { class: 'card-head' }, h('h2', {}, name)), h('div', { class: 'card-body stack' }, before, content));

const intro = () =>
  h('p', { class: 'muted' }, 'The login is stored encrypted and used for this account only. A login that does not work changes nothing.');

function stateCard({ status, account, name }) {
  const named = id => (id && id === account && name !== id ? `${name} (${id})` : id);
  const facts = [
    ['Login', status.user ?? 'API keys'],
    ['CTM account', named(status.config?.calltracking_account_id) ?? 'none chosen'],
    ['CTM sub-account', named(status.config?.calltracking_sub_account_id) ?? 'none'],
    ['Active campaigns', count(status.active_campaigns)],
    ['CTM last answered', dateTime(status.last_success_at)],
    ['Last call event', status.last_webhook_at ? dateTime(status.last_webhook_at) : 'none yet'],
    ['Compared with CTM', compared(status.reconciliation)],
    ['Calls webhooks missed', missed(status.reconciliation)],
    ['Past calls', past(status.history)],
  ];
  return h('section', { class: 'card' },
    h('div', { class: 'card-head' }, h('h2', {}, 'State'), h('span', { class: 'badge good' }, 'Connected')),
    h('div', { class: 'card-body' },
      h('dl', { class: 'facts' }, facts.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]))));
}

function compared({ status, last_sweep_at: at, calls_checked: checked }) {
  if (status === 'off') return 'switched off';
  return at ? `${dateTime(at)}, ${count(checked)} calls` : 'not yet';
}

function missed({ missed_last_sweep: last, missed_total: total, webhook_health: health }) {
  const text = total === 0 ? 'none' : `${count(last)} in the last comparison, ${count(total)} in total; all repaired`;
  return health === 'unhealthy' ? [h('span', { class: 'badge bad' }, 'Webhooks unhealthy'), ` ${text}`] : text;
}

function past({ status, from, reached, calls }) {
  if (status === 'off') return 'not read';
  if (status === 'complete') return `${count(calls)} stored, back to ${from}`;
  return reached ? `${count(calls)} stored, back to ${reached} of ${from}` : 'about to be read';
}

function loginCard(status, again) {
  return h('section', { class: 'card' }, h('div', { class: 'card-head' }, h('h2', {}, 'Login')),
    h('div', { class: 'card-body' }, h('details', {},
      h('summary', {}, 'Use another login'),
      h('div', { class: 'section' },
        h('p', { class: 'muted' }, 'Replaces the login in place: campaigns and webhooks keep working.'),
        connectForm({ again, look: 'Replace login' })))));
}
