// Calls by source, each leading to its calls.
import { presetQuery, customQuery } from '../lib/dates.js';
import { h } from '../lib/dom.js';
import { count, duration, percent } from '../lib/format.js';
import { link } from '../lib/router.js';
import { empty } from '../lib/states.js';

const rangeQuery = range => (range.name === 'custom' ? customQuery(range.start, range.end) : presetQuery(range.name));

export function sources(summary, range) {
  const most = Math.max(1, ...summary.by_source.map(source => source.total_calls));
  return h('section', { class: 'card', 'aria-label': 'Calls by source' },
    h('div', { class: 'card-head' }, h('h2', {}, 'By source'),
      h('a', { href: link('calls', rangeQuery(range)) }, 'All calls of this period')),
    summary.by_source.length === 0
      ? empty('No calls in this period', 'Choose other days.')
      : h('div', { class: 'scroll' }, h('table', { class: 'table' }, head(),
        h('tbody', {}, summary.by_source.map(source => row(source, most, range))))));
}

const head = () => h('thead', {}, h('tr', {},
  h('th', { scope: 'col' }, 'Source'),
  h('th', { scope: 'col', class: 'bar-cell hide-s' }, h('span', { class: 'sr-only' }, 'Share')),
  ['Calls', 'Answered', 'Average duration'].map((name, at) =>
    h('th', { scope: 'col', class: at === 2 ? 'right hide-s' : 'right' }, name))));

function row({ source, total_calls: calls, answered_calls: answered, total_duration: seconds }, most, range) {
  const bar = h('i');
  bar.style.width = `${(100 * calls) / most}%`;
  return h('tr', {},
    h('th', { scope: 'row' }, source
      ? h('a', { class: 'lead', href: link('calls', { ...rangeQuery(range), source }) }, source)
      : h('span', { class: 'lead muted' }, 'No source')),
    h('td', { class: 'bar-cell hide-s' }, h('div', { class: 'meter', 'aria-hidden': 'true' }, bar)),
    h('td', { class: 'right num' }, count(calls)),
    h('td', { class: 'right num' }, percent(calls ? answered / calls : 0)),
    h('td', { class: 'right num hide-s' }, duration(calls ? Math.round(seconds / calls) : 0)));
}
