// The calls: filters, a sortable and paged table, and a drawer with one call. All of its state is in the address.
import { list } from '../lib/api.js';
import { accountPath } from '../lib/connection.js';
import { rangeOf } from '../lib/dates.js';
import { h, show } from '../lib/dom.js';
import { page, withAccount } from '../lib/page.js';
import { pager } from '../lib/pager.js';
import { rangePicker } from '../lib/range-picker.js';
import { change } from '../lib/router.js';
import { button, empty, into } from '../lib/states.js';
import { callDrawer } from './call-drawer.js';
import { callFilters, noFilters } from './call-filters.js';
import { callTable } from './call-table.js';

export const title = 'Calls';

const DEFAULT_LIMIT = '20';

export function mount(root, query, signal) {
  const frame = page(title);
  show(root, frame.element);
  return withAccount(frame, signal, connected => begin(frame, connected, query, signal));
}

const asked = (query, range) => ({
  start_date: range.start, end_date: range.end, call_status: query.status, direction: query.direction,
  tracker: query.tracker, source: query.source, search: query.search, sort: query.sort, order: query.order,
  page: query.page, limit: query.limit ?? DEFAULT_LIMIT,
});

function begin(frame, connected, query, signal) {
  const picker = rangePicker();
  show(frame.actions, picker.element);
  const filters = callFilters(connected, signal);
  const rows = h('div');
  show(frame.body, h('section', { class: 'card', 'aria-label': 'Calls' }, filters.element, rows));
  const drawer = callDrawer(connected, signal);
  let shown = null;
  let loads = null;

  function load(parts, current) {
    loads?.abort();
    loads = new AbortController();
    const mine = AbortSignal.any([signal, loads.signal]);
    into(rows, mine, async () => {
      const { items, pagination } = await list(accountPath(connected, '/calls'), parts, mine);
      filters.learn(items.map(call => call.source));
      if (pagination.total_items === 0) return nothing(current);
      return [callTable(items, current, connected.zone), pager(pagination, Number(parts.limit), 'calls', change)];
    }, 10);
  }

  function update(next) {
    const range = rangeOf(next, connected.zone);
    picker.set(range);
    filters.set(next);
    drawer.show(next.call ?? null);
    const parts = asked(next, range);
    const key = JSON.stringify(parts);
    if (key !== shown) load(parts, next);
    shown = key;
  }
  update(query);
  return { update };
}

function nothing(query) {
  const filtered = Object.keys(noFilters).some(name => query[name]);
  return filtered
    ? empty('No call fits', 'Widen the period, or take filters away.', button('Clear filters', () => change({ ...noFilters, page: null })))
    : empty('No calls in this period', 'Choose other days.');
}
