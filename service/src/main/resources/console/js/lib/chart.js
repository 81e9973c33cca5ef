// A chart of stacked bars in SVG: colours come from CSS, a tip follows the pointer or the arrow keys.
import { h, s, say, show } from './dom.js';
import { count } from './format.js';

const HEIGHT = 260;
const EDGE = { top: 12, right: 4, bottom: 26, left: 40 };
const LABEL_WIDTH = 84;

/** A round number not below the value, and its even steps. */
function scale(most) {
  const rough = Math.max(most, 4) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(times => times * power).find(size => size >= rough && Number.isInteger(size)) ?? Math.ceil(rough);
  const steps = Math.ceil(Math.max(most, 1) / step);
  return { top: step * steps, ticks: Array.from({ length: steps + 1 }, (_, at) => at * step) };
}

const rect = (x, y, width, height) => `M${x} ${y}h${width}v${height}h${-width}z`;

function roundedTop(x, y, width, height) {
  const r = Math.min(4, width / 2, height);
  return `M${x} ${y + height}v${r - height}q0 ${-r} ${r} ${-r}h${width - 2 * r}q${r} 0 ${r} ${r}v${height - r}z`;
}

/** One path a series, so that a thousand bars are three elements. */
function paths(points, series, place) {
  const bottoms = points.map(() => 0);
  return series.map(([name, , value], layer) => {
    const isTop = at => series.slice(layer + 1).every(([, , above]) => above(points[at]) === 0);
    const d = points.map((point, at) => {
      if (value(point) <= 0) return '';
      const from = place.y(bottoms[at]);
      bottoms[at] += value(point);
      const to = place.y(bottoms[at]);
      return (isTop(at) && place.bar > 5 ? roundedTop : rect)(place.x(at), to, place.bar, from - to);
    }).join('');
    return s('path', { class: name, d });
  });
}

function axes(points, ticks, place, width, short) {
  const every = Math.max(1, Math.ceil(points.length / Math.max(1, Math.floor((width - EDGE.left) / LABEL_WIDTH))));
  return [
    ticks.map(tick => [
      s('line', { class: 'grid', x1: EDGE.left, x2: width - EDGE.right, y1: place.y(tick), y2: place.y(tick) }),
      s('text', { x: EDGE.left - 8, y: place.y(tick) + 4, 'text-anchor': 'end' }, count(tick)),
    ]),
    points.map((point, at) => {
      const x = place.x(at) + place.bar / 2;
      const inside = x > EDGE.left - 4 && x < width - 24;
      return at % every === 0 && inside && s('text', { x, y: HEIGHT - 6, 'text-anchor': 'middle' }, short(point));
    }),
  ];
}

/**
 * @param points what the bars stand for, in order
 * @param series `[class, label, value(point)]`, from the bottom up
 * @param texts `label` of the whole, `short(point)` below a bar, `long(point)` in its tip
 */
export function barChart(points, series, texts) {
  const total = point => series.reduce((sum, [, , value]) => sum + value(point), 0);
  const { top, ticks } = scale(Math.max(...points.map(total)));
  const tip = h('div', { class: 'chart-tip', hidden: true });
  const svg = s('svg', { tabindex: 0, role: 'img', 'aria-label': texts.label });
  const element = h('figure', { class: 'chart' }, svg, tip);
  const cursor = s('rect', { class: 'cursor', y: EDGE.top, height: HEIGHT - EDGE.top - EDGE.bottom, width: 0 });
  let place = null;
  let active = -1;

  function draw(width) {
    const slot = (width - EDGE.left - EDGE.right) / points.length;
    const bar = Math.max(0.6, Math.min(44, slot * (slot > 6 ? 0.72 : 0.94)));
    place = {
      slot, bar, width,
      x: at => EDGE.left + slot * at + (slot - bar) / 2,
      y: value => HEIGHT - EDGE.bottom - (value / top) * (HEIGHT - EDGE.top - EDGE.bottom),
    };
    svg.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    show(svg, cursor, axes(points, ticks, place, width, texts.short), paths(points, series, place));
    select(-1);
  }

  function select(at) {
    active = at;
    tip.hidden = at < 0;
    cursor.setAttribute('width', at < 0 ? 0 : place.slot);
    if (at < 0) return;
    cursor.setAttribute('x', EDGE.left + place.slot * at);
    show(tip, h('b', {}, texts.long(points[at])), h('dl', {}, series.map(([name, label, value]) =>
      [h('i', { class: `key ${name}` }), h('dt', {}, label), h('dd', {}, count(value(points[at])))])));
    const middle = EDGE.left + place.slot * (at + 0.5);
    tip.style.left = `${middle + 12 + tip.offsetWidth > place.width ? Math.max(0, middle - 12 - tip.offsetWidth) : middle + 12}px`;
  }

  svg.addEventListener('pointermove', event => {
    const at = Math.floor((event.clientX - svg.getBoundingClientRect().left - EDGE.left) / place.slot);
    select(at >= 0 && at < points.length ? at : -1);
  });
  svg.addEventListener('pointerleave', () => select(-1));
  svg.addEventListener('blur', () => select(-1));
  svg.addEventListener('keydown', event => {
    const to = { ArrowRight: active + 1, ArrowLeft: active < 0 ? points.length - 1 : active - 1, Home: 0, End: points.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    select(Math.max(0, Math.min(points.length - 1, to)));
    say(`${texts.long(points[active])}: ${series.map(([, label, value]) => `${label} ${count(value(points[active]))}`).join(', ')}`);
  });
  new ResizeObserver(([entry]) => { if (entry.contentRect.width > 0) draw(Math.round(entry.contentRect.width)); }).observe(element);
  return element;
}
