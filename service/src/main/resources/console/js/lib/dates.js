// Owns date ranges: presets, counted in the CTM account's time zone, and custom ones. A range is part of the address:
// `range=7d`, or `start` and `end`.
import { day, knownZone } from './format.js';

const DAY = 86_400_000;
const iso = date => date.toISOString().slice(0, 10);
const shifted = (text, days) => iso(new Date(Date.parse(`${text}T00:00:00Z`) + days * DAY));

/** Today's day in a zone. */
export const today = zone => new Intl.DateTimeFormat('en-CA', { timeZone: knownZone(zone) }).format(new Date());

export const PRESETS = {
  today: ['Today', end => [end, end]],
  yesterday: ['Yesterday', end => [shifted(end, -1), shifted(end, -1)]],
  '7d': ['Last 7 days', end => [shifted(end, -6), end]],
  '30d': ['Last 30 days', end => [shifted(end, -29), end]],
  '90d': ['Last 90 days', end => [shifted(end, -89), end]],
  month: ['This month', end => [`${end.slice(0, 8)}01`, end]],
  'last-month': ['Last month', end => {
    const last = shifted(`${end.slice(0, 8)}01`, -1);
    return [`${last.slice(0, 8)}01`, last];
  }],
};

const DEFAULT = '30d';
const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;

/** The range that a query names: `{ name, start, end, label }`. */
export function rangeOf(query, zone) {
  if (DAY_TEXT.test(query.start ?? '') && DAY_TEXT.test(query.end ?? '')) {
    return { name: 'custom', start: query.start, end: query.end, label: `${day(query.start)} to ${day(query.end)}` };
  }
  const name = Object.hasOwn(PRESETS, query.range ?? '') ? query.range : DEFAULT;
  const [label, between] = PRESETS[name];
  const [start, end] = between(today(zone));
  return { name, start, end, label };
}

/** The parts of an address for a range: the default preset is left out. */
export const presetQuery = name => ({ range: name === DEFAULT ? null : name, start: null, end: null });
export const customQuery = (start, end) => ({ range: null, start, end });

/** The parts of a query that name its range, to carry it to another view. */
export const carried = query => ({ range: query.range, start: query.start, end: query.end });

/** How many days a range has. */
export const lengthOf = range => Math.round((Date.parse(range.end) - Date.parse(range.start)) / DAY) + 1;
