// The line below a list: where in it we are, and the way to other pages.
import { h, uid } from './dom.js';
import { count } from './format.js';
import { icon } from './icons.js';

const SIZES = ['20', '50', '100'];

/** @param go `(parts)` changes the address: `{ page }` or `{ limit, page }` */
export function pager({ current_page: page, total_pages: pages, total_items: total }, limit, noun, go) {
  const first = total === 0 ? 0 : (page - 1) * limit + 1;
  const id = uid('limit');
  const step = (to, label, name) =>
    h('button', { type: 'button', class: 'button icon', 'aria-label': label, disabled: to < 1 || to > pages,
      onclick: () => go({ page: to === 1 ? null : to }) }, icon(name));
  const size = h('select', { class: 'input', id,
    onchange: event => go({ limit: event.target.value === SIZES[0] ? null : event.target.value, page: null }) },
  SIZES.map(value => h('option', { value }, value)));
  size.value = String(limit);
  return h('nav', { class: 'pager', 'aria-label': 'Pages' },
    h('span', { class: 'num' }, `${count(first)}–${count(Math.min(page * limit, total))} of ${count(total)} ${noun}`),
    h('div', { class: 'row' },
      h('label', { class: 'small hide-s', for: id }, 'Per page'), h('span', { class: 'hide-s' }, size),
      step(page - 1, 'Previous page', 'left'),
      h('span', { class: 'num' }, `${count(page)} / ${count(Math.max(pages, 1))}`),
      step(page + 1, 'Next page', 'right')));
}
