// The overview: tiles, calls over time, sources; for the days and the interval that the address names.
import { get } from '../lib/api.js';
import { accountPath } from '../lib/connection.js';
import { lengthOf, rangeOf } from '../lib/dates.js';
import { h, show } from '../lib/dom.js';
import { time } from '../lib/format.js';
import { page, withAccount } from '../lib/page.js';
import { rangePicker } from '../lib/range-picker.js';
import { failure, notice } from '../lib/states.js';
import { sources } from './sources.js';
import { tiles, tilesLoading } from './tiles.js';
import { timeline } from './timeline.js';

export const title = 'Overview';

export function mount(root, query, signal) {
  const frame = page(title);
  show(root, frame.element);
  return withAccount(frame, signal, connected => begin(frame, connected, query, signal));
}

function begin(frame, connected, query, signal) {
  const picker = rangePicker();
  show(frame.actions, picker.element);
  const top = h('div', { class: 'stack' });
  const bottom = h('div');
  const chart = timeline(connected, signal);
  show(frame.body, top, chart.element, bottom);
  let shown = null;
  let loads = null;

  async function load(range) {
    loads?.abort();
    loads = new AbortController();
    const mine = AbortSignal.any([signal, loads.signal]);
    if (!top.hasChildNodes()) show(top, tilesLoading());
    if (!top.querySelector('.skeleton')) [top, bottom].forEach(place => place.classList.add('stale'));
    try {
      const summary = await get(accountPath(connected, '/calls/summary'), { start_date: range.start, end_date: range.end }, mine);
      show(top, !summary.complete && incomplete(summary), tiles(summary));
      show(bottom, sources(summary, range));
      frame.subtitle.textContent = `${connected.name} · ${compared(lengthOf(range))} · as of ${time(summary.as_of, connected.zone)}`;
    } catch (error) {
      if (mine.aborted) return;
      show(top, h('div', { class: 'card' }, failure(error, () => load(range))));
      show(bottom);
      frame.subtitle.textContent = connected.name;
      if (!error.code) throw error;
    } finally {
      if (!mine.aborted) [top, bottom].forEach(place => place.classList.remove('stale'));
    }
  }

  function update(next) {
    const range = rangeOf(next, connected.zone);
    picker.set(range);
    chart.update(range, next.interval);
    const key = `${range.start} ${range.end}`;
    if (key !== shown) load(range);
    shown = key;
  }
  update(query);
  return { update };
}

const compared = days => (days === 1 ? 'compared with the day before' : `compared with the ${days} days before`);

const incomplete = summary =>
  notice('warn', h('b', {}, 'These totals do not count every call. '), summary.reason);
