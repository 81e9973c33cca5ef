// The inspector: received call events with what became of them. Its filters are in the address.
import { list } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { DASH, date, time } from '../lib/format.js';
import { select, text } from '../lib/form.js';
import { pager } from '../lib/pager.js';
import { change, link } from '../lib/router.js';
import { button, empty, into } from '../lib/states.js';
import { eventDrawer } from './event-drawer.js';

const STATUSES = { pending: 'info', processed: 'good', ignored: '', parked: 'bad', rejected: 'bad' };
const SIGNATURES = { valid: 'good', invalid: 'bad', absent: '', unknown: 'warn', reconciled: 'info' };

export const statusBadge = status => h('span', { class: `badge ${STATUSES[status] ?? ''}` }, status);
export const signatureBadge = signature => h('span', { class: `badge ${SIGNATURES[signature] ?? ''}` }, signature);

/** `{ element, update(query), soon() }`: `soon` reads the list again in a moment. */
export function eventList(connected, signal) {
  const base = `/${connected.status.id}/webhook/events`;
  const rows = h('div');
  const status = select('Status', [['', 'All'], ...Object.keys(STATUSES).map(name => [name, name])]);
  const callId = text('Call id', { inputmode: 'numeric', placeholder: 'Any' });
  status.input.addEventListener('change', () => change({ status: status.input.value, page: null }));
  callId.input.addEventListener('change', () => change({ call_id: callId.input.value.trim(), page: null }));
  let shown = {};
  let loads = null;
  let timer = null;

  function load() {
    loads?.abort();
    loads = new AbortController();
    const mine = AbortSignal.any([signal, loads.signal]);
    const limit = shown.limit ?? '20';
    into(rows, mine, async () => {
      const { items, pagination } = await list(base, { status: shown.status, call_id: shown.call_id, page: shown.page, limit }, mine);
      if (pagination.total_items === 0) return empty('No events', 'What CallTrackingMetrics sends is listed here, also what was refused.');
      return [table(items, shown, connected.zone), pager(pagination, Number(limit), 'events', change)];
    });
  }
  const drawer = eventDrawer(base, connected.zone, signal, load);

  return {
    element: h('section', { class: 'card', 'aria-label': 'Received events' },
      h('div', { class: 'card-head' }, h('h2', {}, 'Received events'), button('Refresh', load)),
      h('div', { class: 'filters', role: 'search' }, status.element, callId.element), rows),
    soon() {
      clearTimeout(timer);
      timer = setTimeout(() => { if (!signal.aborted) load(); }, 800);
    },
    update(next) {
      const { event, ...rest } = next;
      status.input.value = next.status ?? '';
      callId.input.value = next.call_id ?? '';
      if (!loads || JSON.stringify(rest) !== JSON.stringify(shown)) {
        shown = rest;
        load();
      }
      drawer.show(event ?? null);
    },
  };
}

const table = (items, query, zone) =>
  h('div', { class: 'scroll' }, h('table', { class: 'table' },
    h('thead', {}, h('tr', {}, ['Event', 'Status', 'Signature', 'Call', 'Received'].map((name, at) =>
      h('th', { scope: 'col', class: ['', '', 'hide-s', 'hide-m', 'right'][at] }, name)))),
    h('tbody', {}, items.map(item => h('tr', { class: 'clickable', onclick: event => {
      if (!event.target.closest('a')) change({ event: item.id });
    } },
    h('th', { scope: 'row' }, h('a', { class: 'lead', href: link('live', { ...query, event: item.id }) }, item.event ?? 'unknown'),
      item.reason && h('span', { class: 'sub break' }, item.reason)),
    h('td', {}, statusBadge(item.status)),
    h('td', { class: 'hide-s' }, signatureBadge(item.signature)),
    h('td', { class: 'num hide-m' }, item.call_id ?? DASH),
    h('td', { class: 'right num nowrap' }, date(item.received_at, zone), h('span', { class: 'sub' }, time(item.received_at, zone))))))));
