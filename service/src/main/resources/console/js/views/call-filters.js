// The filters of the calls. They change the address; the page reads it there.
import { list } from '../lib/api.js';
import { accountPath } from '../lib/connection.js';
import { h, uid } from '../lib/dom.js';
import { callStatus } from '../lib/format.js';
import { select, text } from '../lib/form.js';
import { change } from '../lib/router.js';
import { button } from '../lib/states.js';

const STATUSES = ['answered', 'no-answer', 'failed', 'canceled'];

/** What takes every filter away. */
export const noFilters = { search: null, status: null, direction: null, source: null, tracker: null };

/** `{ element, set(query), learn(sources) }` */
export function callFilters(connected, signal) {
  const sources = h('datalist', { id: uid('sources') });
  const search = text('Search', { type: 'search', placeholder: 'Name, number, words' });
  const direction = select('Direction', [['', 'Both'], ['inbound', 'Inbound'], ['outbound', 'Outbound']]);
  const source = text('Source', { placeholder: 'Any', list: sources.id });
  const tracker = select('Tracker', [['', 'Any']]);
  const boxes = STATUSES.map(value => h('input', { type: 'checkbox', value }));
  const clear = button('Clear filters', () => change({ ...noFilters, page: null }), 'quiet');

  const apply = parts => change({ ...parts, page: null });
  let timer = null;
  const later = run => () => {
    clearTimeout(timer);
    timer = setTimeout(run, 400);
  };
  search.input.addEventListener('input', later(() => apply({ search: search.input.value.trim() })));
  source.input.addEventListener('change', () => apply({ source: source.input.value.trim() }));
  direction.input.addEventListener('change', () => apply({ direction: direction.input.value }));
  tracker.input.addEventListener('change', () => apply({ tracker: tracker.input.value }));
  boxes.forEach(box => box.addEventListener('change', () =>
    apply({ status: boxes.filter(one => one.checked).map(one => one.value).join(',') })));

  fillTrackers(tracker.input, connected, signal);
  const known = new Set();
  return {
    element: h('div', { class: 'filters', role: 'search' },
      h('div', { class: 'wide' }, search.element), direction.element, source.element, sources, tracker.element,
      h('div', { class: 'full' },
        h('div', { class: 'chips', role: 'group', 'aria-label': 'Status' }, boxes.map(box =>
          h('label', {}, box, h('span', {}, callStatus(box.value)[0])))),
        clear)),
    set(query) {
      const put = (input, value) => { if (input !== document.activeElement || !value) input.value = value ?? ''; };
      put(search.input, query.search);
      put(source.input, query.source);
      direction.input.value = query.direction ?? '';
      if (query.tracker) option(tracker.input, query.tracker, query.tracker);
      tracker.input.value = query.tracker ?? '';
      const chosen = (query.status ?? '').split(',');
      boxes.forEach(box => { box.checked = chosen.includes(box.value); });
      clear.hidden = !Object.keys(noFilters).some(name => query[name]);
    },
    learn(names) {
      names.filter(name => name && !known.has(name)).forEach(name => {
        known.add(name);
        sources.append(h('option', { value: name }));
      });
    },
  };
}

function option(input, value, label) {
  const there = [...input.options].find(one => one.value === value);
  if (there) there.textContent = label;
  else input.append(h('option', { value }, label));
}

/** A list that cannot be read leaves the filter with nothing to choose; the calls are shown all the same. */
async function fillTrackers(input, connected, signal) {
  const { items } = await list(accountPath(connected, '/trackers'), { limit: 100 }, signal).catch(() => ({ items: [] }));
  const chosen = input.value;
  items.forEach(item => option(input, item.id, [item.name, item.formatted_number].filter(Boolean).join(' · ')));
  input.value = chosen;
}
