// Calls as they come, newest first, and what they add up to by campaign since the page was opened.
import { h, say, show } from '../lib/dom.js';
import { count, duration, phone, time } from '../lib/format.js';
import { link } from '../lib/router.js';
import { listen } from '../lib/sse.js';
import { empty, notice, titleOf } from '../lib/states.js';
import { badge, callerName } from './call-table.js';

const KEPT = 30;

/** `{ element }`; `onmessage()` runs when something has come. */
export function liveFeed(connected, signal, onmessage) {
  const state = h('span', { class: 'badge' }, 'Connecting');
  const problem = h('div');
  const rows = h('tbody');
  const counters = h('div', { class: 'legend-row' });
  const nothing = empty('Waiting for calls', 'Calls of subscribed campaigns appear here as they ring and as they end.');
  const table = h('div', { class: 'scroll', hidden: true }, h('table', { class: 'table' },
    h('caption', { class: 'sr-only' }, 'Live calls, newest first'),
    h('thead', {}, h('tr', {}, ['Caller', 'Tracker', 'Status', 'Duration', 'Changed'].map((name, at) =>
      h('th', { scope: 'col', class: ['', 'hide-s', '', 'right hide-s', 'right'][at] }, name)))), rows));
  const calls = new Map();

  function onevent({ name, data }) {
    if (name === 'gap') {
      show(problem, notice('warn', `${count(JSON.parse(data).missed)} messages are no longer kept. The events below are whole.`));
      return;
    }
    const message = JSON.parse(data);
    const { call } = message;
    calls.delete(call.id);
    calls.set(call.id, message);
    rows.querySelector(`[data-call="${CSS.escape(call.id)}"]`)?.remove();
    rows.prepend(row(call, connected));
    while (rows.children.length > KEPT) rows.lastChild.remove();
    nothing.hidden = true;
    table.hidden = false;
    show(counters, countersOf([...calls.values()]));
    say(`${callerName(call)}: ${call.call_status}`);
    onmessage();
  }

  function onstate(isLive, error) {
    state.className = `badge ${isLive ? 'good' : 'warn'}`;
    state.textContent = isLive ? 'Listening' : 'Reconnecting';
    show(problem, error && notice('bad', h('b', {}, titleOf(error)), h('p', {}, error.message)));
  }
  listen(`/${connected.status.id}/live`, { onevent, onstate }, signal);
  return { element: h('section', { class: 'card', 'aria-label': 'Live calls' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Calls as they come'), state),
    h('div', { class: 'card-body stack-s' }, counters, problem), nothing, table) };
}

function row(call, connected) {
  return h('tr', { 'data-call': call.id },
    h('th', { scope: 'row' }, h('a', { class: 'lead', href: link('calls', { call: call.id }) }, callerName(call)),
      call.caller_name && h('span', { class: 'sub num nowrap' }, phone(call.caller))),
    h('td', { class: 'hide-s break' }, call.tracking_label ?? phone(call.tracking_number)),
    h('td', {}, badge(call.call_status)),
    h('td', { class: 'right num hide-s' }, duration(call.duration)),
    h('td', { class: 'right num nowrap' }, time(new Date(), connected.zone)));
}

/** A line a campaign. */
function countersOf(messages) {
  const byCampaign = Map.groupBy(messages, message => message.campaign_id);
  return [...byCampaign].map(([campaign, its]) => {
    const answered = its.filter(({ call }) => call.call_status === 'answered').length;
    const running = its.filter(({ call }) => call.call_status === 'in-progress').length;
    return h('p', { class: 'num' }, 'Campaign ', h('code', {}, campaign),
      ` · since you opened this page: ${count(its.length)} calls, ${count(answered)} answered, ${count(running)} in progress`);
  });
}
