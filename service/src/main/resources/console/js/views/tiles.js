// The six numbers at the top, each against the period before.
import { h } from '../lib/dom.js';
import { DASH, count, duration, percent } from '../lib/format.js';
import { icon } from '../lib/icons.js';

// Label, field, how it is written, and whether more is better (null: neither).
const TILES = [
  ['Calls', 'total_calls', count, null],
  ['Answered', 'answered_calls', count, true],
  ['Missed', 'missed_calls', count, false],
  ['Answer rate', 'answer_rate', percent, true],
  ['Average talk time', 'average_talk_time', duration, null],
  ['First-time callers', 'first_time_callers', count, true],
];

export const tiles = summary =>
  h('dl', { class: 'tiles' }, TILES.map(([label, name, write, better]) =>
    h('div', { class: 'card tile' },
      h('dt', {}, label),
      h('dd', { class: 'value' }, summary.total_calls === 0 && write !== count ? DASH : write(summary[name])),
      h('dd', { class: 'delta' }, delta(summary, name, write, better)))));

function delta(summary, name, write, better) {
  const before = summary.previous;
  if (!before || before.total_calls === 0) return h('span', {}, 'no calls before');
  const change = summary.total_calls === 0 ? null : changeOf(summary[name], before[name], name);
  return [change && badge(change, better), h('span', {}, `from ${write(before[name])}`)];
}

/** `[direction, text]`; rates in points, all else in per cent. */
function changeOf(now, then, name) {
  if (now === then) return [0, 'unchanged'];
  const difference = now - then;
  if (name === 'answer_rate') return [difference, `${Math.abs(difference * 100).toFixed(1)} pts`];
  return then === 0 ? [difference, 'new'] : [difference, percent(Math.abs(difference / then))];
}

function badge([direction, text], better) {
  const tone = direction === 0 || better === null ? '' : (direction > 0) === better ? 'good' : 'bad';
  return h('span', { class: `change ${tone}` },
    direction !== 0 && [icon(direction > 0 ? 'up' : 'down', 12), h('span', { class: 'sr-only' }, direction > 0 ? 'up' : 'down')],
    text);
}

export const tilesLoading = () =>
  h('dl', { class: 'tiles', 'aria-busy': 'true' }, TILES.map(([label]) =>
    h('div', { class: 'card tile' },
      h('dt', {}, label),
      h('dd', {}, h('div', { class: 'skeleton' }), h('span', { class: 'sr-only' }, 'Loading')))));
