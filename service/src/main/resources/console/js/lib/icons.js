// The console's icons: line drawings of 24 units, hidden from screen readers, because a text is always beside them.
import { s } from './dom.js';

const PATHS = {
  overview: 'M4 20V10m5.3 10V4m5.4 16v-8M20 20V7',
  calls: 'M5 4h3.6l1.8 4.6-2.3 1.7a11 11 0 0 0 5.6 5.6l1.7-2.3L20 15.4V19a1.6 1.6 0 0 1-1.8 1.6A15.5 15.5 0 0 1 3.4 5.8 1.6 1.6 0 0 1 5 4Z',
  trackers: 'M9.5 3 7.5 21M16.5 3l-2 18M4 8.5h17M3 15.5h17',
  connection: 'M9 3v5m6-5v5M6 8h12v3.5a6 6 0 0 1-12 0V8Zm6 9.5V21',
  live: 'M12 12h.01M8.5 15.5a5 5 0 0 1 0-7m7 0a5 5 0 0 1 0 7M5.6 18.4a9 9 0 0 1 0-12.8m12.8 0a9 9 0 0 1 0 12.8',
  close: 'M6 6l12 12M18 6 6 18',
  search: 'M10.8 17.5a6.7 6.7 0 1 0 0-13.5 6.7 6.7 0 0 0 0 13.5ZM20 20l-4.4-4.4',
  warn: 'M12 8.5v4.5m0 3.2v.1M10.4 4.2 2.9 17.4A1.8 1.8 0 0 0 4.5 20h15a1.8 1.8 0 0 0 1.6-2.6L13.6 4.2a1.8 1.8 0 0 0-3.2 0Z',
  info: 'M12 11.5V16m0-8.2v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  check: 'M5 12.5 10 17.5 19.5 7',
  plus: 'M12 5v14M5 12h14',
  play: 'M8 5v14l11-7L8 5Z',
  left: 'M14.5 6 8.5 12l6 6',
  right: 'M9.5 6l6 6-6 6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  edit: 'M4 20h4L19 9l-4-4L4 16v4Zm9-13 4 4',
  trash: 'M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5.5m4-5.5v5.5',
  out: 'M14 4H6v16h8M10 12h10m0 0-3.5-3.5M20 12l-3.5 3.5',
  theme: 'M12 3a9 9 0 1 0 9 9c0-.5 0-1-.1-1.5A5.5 5.5 0 0 1 12 3Z',
  retry: 'M4 12a8 8 0 0 1 13.7-5.6L20 8.6M20 4v4.6h-4.6M20 12a8 8 0 0 1-13.7 5.6L4 15.4M4 20v-4.6h4.6',
};

/** @param size in pixels */
export const icon = (name, size = 18) => s('svg', {
  viewBox: '0 0 24 24', width: size, height: size, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8,
  'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true',
}, s('path', { d: PATHS[name] }));
