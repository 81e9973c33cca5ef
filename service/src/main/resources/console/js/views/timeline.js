// Calls over time: the interval's choice, the chart with its legend, and the same as a table.
import { get } from '../lib/api.js';
import { barChart } from '../lib/chart.js';
import { accountPath } from '../lib/connection.js';
import { lengthOf } from '../lib/dates.js';
import { h, show } from '../lib/dom.js';
import { count, day, duration } from '../lib/format.js';
import { segments } from '../lib/form.js';
import { change } from '../lib/router.js';
import { empty, into, notice } from '../lib/states.js';

const INTERVALS = [['hour', 'Hour'], ['day', 'Day'], ['week', 'Week'], ['month', 'Month']];
const MAX_DAYS_BY_HOUR = 62;

const SERIES = [
  ['answered', 'Answered', point => point.answered_calls],
  ['missed', 'Missed', point => point.missed_calls],
  ['other', 'Other', point => point.total_calls - point.answered_calls - point.missed_calls],
];

/** The interval that fits best when the address names none that can be shown. */
function intervalFor(asked, days) {
  const fits = asked === 'hour' ? days <= MAX_DAYS_BY_HOUR : INTERVALS.some(([name]) => name === asked);
  if (fits) return asked;
  return days <= 2 ? 'hour' : days <= 92 ? 'day' : days <= 400 ? 'week' : 'month';
}

/** How a bucket is called: short below the chart, long in its tip. */
export function bucketLabel(date, interval, long) {
  if (interval === 'month') return day(date, { month: long ? 'long' : 'short', year: 'numeric' });
  const text = day(date, { weekday: long ? 'short' : undefined, day: 'numeric', month: 'short' });
  if (interval === 'hour') return `${text}, ${date.slice(11, 16)}`;
  return interval === 'week' && long ? `Week of ${text}` : text;
}

/** `{ element, update(range, interval) }` */
export function timeline(connected, signal) {
  const place = h('div');
  const choice = segments('Interval', INTERVALS, 'day', interval => change({ interval }, true));
  const element = h('section', { class: 'card', 'aria-label': 'Calls over time' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Calls over time'), choice.element),
    h('div', { class: 'card-body' }, place));
  let shown = null;
  let loads = null;

  function update(range, asked) {
    const interval = intervalFor(asked, lengthOf(range));
    choice.set(interval);
    const key = `${range.start} ${range.end} ${interval}`;
    if (key === shown) return;
    shown = key;
    loads?.abort();
    loads = new AbortController();
    const mine = AbortSignal.any([signal, loads.signal]);
    into(place, mine, async () => draw(await get(accountPath(connected, '/calls/chart'),
      { start_date: range.start, end_date: range.end, interval }, mine)), 7);
  }
  return { element, update };
}

function draw({ series, interval, complete, reason }) {
  if (series.every(point => point.total_calls === 0)) return empty('No calls in this period', 'Choose other days.');
  return [
    !complete && notice('warn', h('b', {}, 'Not every call is shown. '), reason),
    h('div', { class: 'legend-row' }, SERIES.map(([name, label]) => h('span', {}, h('i', { class: `key ${name}` }), label))),
    barChart(series, SERIES, {
      label: `Calls by ${interval}, ${series.length} bars. Arrow keys move between them.`,
      short: point => bucketLabel(point.date, interval, false),
      long: point => bucketLabel(point.date, interval, true),
    }),
    asTable(series, interval),
  ];
}

function asTable(series, interval) {
  const place = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Calls over time as a table' });
  return h('details', { class: 'as-table', ontoggle: event => event.target.open && show(place, table(series, interval)) },
    h('summary', {}, 'Show as table'), place);
}

const table = (series, interval) =>
  h('table', { class: 'table num' },
    h('thead', {}, h('tr', {}, ['Period', 'Calls', 'Answered', 'Missed', 'Average duration'].map((name, at) =>
      h('th', { scope: 'col', class: at ? 'right' : null }, name)))),
    h('tbody', {}, series.map(point => h('tr', {},
      h('th', { scope: 'row' }, bucketLabel(point.date, interval, true)),
      [count(point.total_calls), count(point.answered_calls), count(point.missed_calls), duration(point.average_duration)]
        .map(value => h('td', { class: 'right' }, value))))));
