// The choice of a tracker's number: one that the account has, or one to buy. `value()` is its part of the request's body.
import { list } from '../lib/api.js';
import { accountPath } from '../lib/connection.js';
import { h, show, uid } from '../lib/dom.js';
import { check, field, segments, text } from '../lib/form.js';
import { button, into } from '../lib/states.js';

/** `{ element, fields, value() }` */
export function ownNumber(connected, signal) {
  const number = field('Number', h('select', {}, h('option', { value: '' }, 'Choose a number')),
    { hint: 'A number that belongs to another source moves to the new one.' });
  list(accountPath(connected, '/trackers'), { limit: 100 }, signal).then(({ items }) => {
    items.filter(item => item.number).forEach(item => number.input.append(h('option', { value: item.id },
      [item.formatted_number ?? item.number, item.name, item.source_id ? null : 'free'].filter(Boolean).join(' · '))));
  }).catch(error => number.problem(`The numbers cannot be read: ${error.message}`));
  return { element: number.element, fields: { number_id: number }, value: () => ({ number_id: number.input.value }) };
}

/** `{ element, fields, value() }` */
export function buyNumber(connected, signal) {
  const name = uid('offer');
  const area = text('Area code', { inputmode: 'numeric', placeholder: '443', maxlength: 5 });
  const offers = h('div');
  const confirm = check('I want to buy this number. CallTrackingMetrics bills it to this CTM account.');
  const problem = h('p', { class: 'problem', hidden: true });
  let tollFree = false;

  const search = () => {
    const query = tollFree ? { toll_free: 'true' } : { area_code: area.input.value.trim() };
    if (!tollFree && !query.area_code) return area.problem('must be three digits, as 443');
    show(offers);
    return into(offers, signal, async () => {
      const { items } = await list(accountPath(connected, '/trackers/available'), query, signal);
      if (items.length === 0) return h('p', { class: 'muted' }, 'Nothing is for sale there. Try another area code.');
      return h('div', { class: 'choices picks', role: 'radiogroup', 'aria-label': 'Numbers for sale' },
        items.map(item => offer(item, name)));
    }, 3);
  };
  const choose = value => {
    tollFree = value === 'toll-free';
    area.element.hidden = tollFree;
    show(offers);
  };
  area.input.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search();
  });
  const shown = { input: confirm.input, problem: said => {
    problem.textContent = said ? `Confirm the purchase: ${said}` : '';
    problem.hidden = !said;
  } };
  const number = { input: area.input, problem: said => area.problem(said && `The chosen number ${said}`) };
  return {
    element: h('div', { class: 'stack' },
      h('div', { class: 'row' }, segments('Kind of number', [['local', 'Local'], ['toll-free', 'Toll-free']], 'local', choose).element),
      h('div', { class: 'range' }, area.element, button('Find numbers', search)),
      offers, confirm.element, problem),
    fields: { confirm_purchase: shown, phone_number: number },
    value: () => ({ phone_number: offers.querySelector(':checked')?.value ?? '', confirm_purchase: confirm.input.checked }),
  };
}

const offer = (item, name) =>
  h('label', { class: 'choice' }, h('input', { type: 'radio', name, value: item.phone_number }),
    h('span', {}, h('b', { class: 'num' }, item.formatted_number ?? item.phone_number),
      h('span', { class: 'hint' }, ` ${[item.city, item.region, item.country].filter(Boolean).join(', ')}`)));
