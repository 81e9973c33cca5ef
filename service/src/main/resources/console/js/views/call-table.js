// The table of calls. The caller's name is a link to the drawer; a click anywhere in the row does the same.
import { h } from '../lib/dom.js';
import { DASH, callStatus, clock, date, duration, phone } from '../lib/format.js';
import { icon } from '../lib/icons.js';
import { change, link } from '../lib/router.js';

// Label, what the API sorts by (or null), class.
const COLUMNS = [
  ['Caller', 'name', ''], ['Tracker', null, 'hide-m'], ['Source', null, 'hide-s'], ['Status', null, ''],
  ['Duration', 'duration', 'right hide-s'], ['Time', 'date', 'right'],
];

export const badge = status => {
  const [label, tone] = callStatus(status);
  return h('span', { class: `badge ${tone}` }, label);
};

export const callerName = call => call.caller_name || (call.caller ? phone(call.caller) : 'Anonymous');

export const callTable = (calls, query, zone) =>
  h('div', { class: 'scroll' }, h('table', { class: 'table' },
    h('caption', { class: 'sr-only' }, 'Calls. The links in the first column open a call.'),
    h('thead', {}, h('tr', {}, COLUMNS.map(column => header(column, query)))),
    h('tbody', {}, calls.map(call => row(call, query, zone)))));

function header([label, key, look], query) {
  if (!key) return h('th', { scope: 'col', class: look }, label);
  const isActive = (query.sort ?? 'date') === key;
  const order = query.order ?? 'desc';
  const next = isActive ? (order === 'desc' ? 'asc' : 'desc') : key === 'name' ? 'asc' : 'desc';
  const parts = { sort: key === 'date' ? null : key, order: next === 'desc' ? null : next, page: null };
  return h('th', { scope: 'col', class: look, 'aria-sort': isActive ? (order === 'desc' ? 'descending' : 'ascending') : null },
    h('button', { type: 'button', class: 'sort', onclick: () => change(parts) }, label,
      isActive && icon(order === 'desc' ? 'down' : 'up', 12)));
}

function row(call, query, zone) {
  const openCall = () => change({ call: call.id });
  return h('tr', { class: 'clickable', onclick: event => { if (!event.target.closest('a, button')) openCall(); } },
    h('th', { scope: 'row' },
      h('a', { class: 'lead', href: link('calls', { ...query, call: call.id }) }, callerName(call)),
      call.caller_name && h('span', { class: 'sub num nowrap' }, phone(call.caller))),
    h('td', { class: 'hide-m' }, h('span', { class: 'break' }, call.tracking_label ?? DASH),
      h('span', { class: 'sub num nowrap' }, phone(call.tracking_number))),
    h('td', { class: 'hide-s break' }, call.source ?? DASH),
    h('td', {}, badge(call.call_status)),
    h('td', { class: 'right num hide-s' }, duration(call.duration)),
    h('td', { class: 'right num nowrap' }, date(call.start_time, zone),
      call.start_time && h('span', { class: 'sub' }, clock(call.start_time, zone))));
}
