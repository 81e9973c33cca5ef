// The trackers: a searchable, paged table, and what can be done with each.
import { list } from '../lib/api.js';
import { accountPath } from '../lib/connection.js';
import { h, show } from '../lib/dom.js';
import { DASH, phone } from '../lib/format.js';
import { text } from '../lib/form.js';
import { icon } from '../lib/icons.js';
import { page, withAccount } from '../lib/page.js';
import { pager } from '../lib/pager.js';
import { change } from '../lib/router.js';
import { button, empty, into } from '../lib/states.js';
import { createTracker } from './tracker-create.js';
import { deleteTracker } from './tracker-delete.js';
import { editTracker } from './tracker-edit.js';

export const title = 'Trackers';

export function mount(root, query, signal) {
  const frame = page(title);
  show(root, frame.element);
  return withAccount(frame, signal, connected => begin(frame, connected, query, signal));
}

function begin(frame, connected, query, signal) {
  const rows = h('div');
  const search = text('Search', { type: 'search', placeholder: 'Name or number' });
  let timer = null;
  search.input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => change({ search: search.input.value.trim(), page: null }), 400);
  });
  let shown = {};
  let loads = null;
  const create = () => createTracker(connected, signal, load);
  show(frame.actions, h('button', { type: 'button', class: 'button primary', onclick: create }, icon('plus', 16), 'New tracker'));
  show(frame.body, h('section', { class: 'card', 'aria-label': 'Trackers' },
    h('div', { class: 'filters', role: 'search' }, h('div', { class: 'wide' }, search.element)), rows));

  function load() {
    loads?.abort();
    loads = new AbortController();
    const mine = AbortSignal.any([signal, loads.signal]);
    const limit = shown.limit ?? '20';
    into(rows, mine, async () => {
      const { items, pagination } = await list(accountPath(connected, '/trackers'), { search: shown.search, page: shown.page, limit }, mine);
      if (pagination.total_items > 0) return [table(items, connected, signal, load), pager(pagination, Number(limit), 'trackers', change)];
      return shown.search
        ? empty('No tracker fits', 'Try another part of its name or number.', button('Clear search', () => change({ search: null, page: null })))
        : empty('No trackers yet', 'A tracker gives an advertisement its own phone number.', button('New tracker', create, 'primary'));
    }, 8);
  }

  function update(next) {
    shown = next;
    if (search.input !== document.activeElement || !next.search) search.input.value = next.search ?? '';
    load();
  }
  update(query);
  return { update };
}

const table = (items, connected, signal, again) =>
  h('div', { class: 'scroll' }, h('table', { class: 'table' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Tracker'), h('th', { scope: 'col' }, 'Number'),
      h('th', { scope: 'col', class: 'hide-s' }, 'Puts through to'), h('th', { scope: 'col', class: 'hide-m' }, 'State'),
      h('th', { scope: 'col', class: 'right' }, h('span', { class: 'sr-only' }, 'Actions')))),
    h('tbody', {}, items.map(item => row(item, connected, signal, again)))));

function row(item, connected, signal, again) {
  const name = item.name ?? item.formatted_number ?? item.id;
  const action = (label, image, run) => h('button', { type: 'button', class: 'button quiet icon', 'aria-label': `${label} ${name}`,
    title: label, disabled: !item.source_id, onclick: () => run(connected, item, signal, again) }, icon(image, 16));
  return h('tr', {},
    h('th', { scope: 'row' }, h('span', { class: 'lead' }, name),
      !item.source_id && h('span', { class: 'sub' }, 'belongs to no source')),
    h('td', { class: 'num nowrap' }, item.formatted_number ?? phone(item.number)),
    h('td', { class: 'num nowrap hide-s' }, item.destination ? phone(item.destination) : DASH),
    h('td', { class: 'hide-m' }, item.active === null ? DASH
      : h('span', { class: `badge ${item.active ? 'good' : ''}` }, item.active ? 'Active' : 'Off')),
    h('td', { class: 'right nowrap' }, action('Edit', 'edit', editTracker), action('Delete', 'trash', deleteTracker)));
}
