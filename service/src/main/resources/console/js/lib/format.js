// Writes values for people. What the API does not say is a dash.

export const DASH = '–';
const LOCALE = navigator.language || 'en-US';
const whole = new Intl.NumberFormat(LOCALE);
const rate = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });

export const count = value => (value === null || value === undefined ? DASH : whole.format(value));
export const percent = value => (value === null || value === undefined ? DASH : rate.format(value));

/** Seconds as 0:42, 3:07 or 1:02:09. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) return DASH;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = value => String(value).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A North American number as (202) 555-0143, any other as it is. */
export function phone(number) {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number ?? '');
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number ?? DASH;
}

/** A zone that this browser knows, else its own. */
export function knownZone(zone) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone || undefined }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const formats = new Map();

function formatted(value, zone, options) {
  const key = JSON.stringify([zone, options]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options }));
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : formats.get(key).format(date);
}

const when = (value, zone, options) => (value ? formatted(value, knownZone(zone), options) : DASH);

/** An instant, in a zone. */
export const dateTime = (value, zone) => when(value, zone, { dateStyle: 'medium', timeStyle: 'short' });
export const date = (value, zone) => when(value, zone, { dateStyle: 'medium' });
export const clock = (value, zone) => when(value, zone, { timeStyle: 'short' });
export const time = (value, zone) => when(value, zone, { timeStyle: 'medium' });

/** A day `YYYY-MM-DD`, which has no zone. */
export const day = (value, options = { day: 'numeric', month: 'short', year: 'numeric' }) =>
  when(value ? `${value.slice(0, 10)}T00:00:00Z` : null, 'UTC', options);

const LABELS = {
  answered: ['Answered', 'good'], 'no-answer': ['No answer', 'bad'], busy: ['Busy', 'warn'], failed: ['Failed', 'bad'],
  canceled: ['Canceled', 'warn'], voicemail: ['Voicemail', 'warn'], 'in-progress': ['In progress', 'info'],
};

/** A call's status as `[label, tone]`. */
export const callStatus = status => LABELS[status] ?? ['Unknown', ''];
