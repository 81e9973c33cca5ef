// A new tracker: a source, and with it no number, one of the account, or a bought one. Buying needs a confirmation.
import { newKey, post } from '../lib/api.js';
import { accountPath } from '../lib/connection.js';
import { open } from '../lib/dialog.js';
import { h, show, toast } from '../lib/dom.js';
import { form, segments, text } from '../lib/form.js';
import { button, notice } from '../lib/states.js';
import { buyNumber, ownNumber } from './tracker-number.js';

const WAYS = [['none', 'No number'], ['own', 'A number we have'], ['buy', 'Buy a number']];

export function createTracker(connected, signal, again) {
  const dialog = open('modal', 'New tracker');
  const fields = {
    name: text('Name', { required: true }, { hint: 'As the source is called in reports, such as “Radio spring”.' }),
    destination: text('Puts through to', { type: 'tel', placeholder: '+1 410 555 0177' }, { hint: 'A phone number. Left empty, the number’s route stays as it is.' }),
    referring_url: text('Referring URL', {}, { hint: 'A regular expression on the address that led a visitor to the site.' }),
    landing_url: text('Landing URL', { placeholder: 'gclid=.+' }, { hint: 'A regular expression on the page on which a visitor lands.' }),
  };
  const numbers = { none: null, own: ownNumber(connected, signal), buy: buyNumber(connected, signal) };
  const place = h('div', { class: 'stack' });
  let way = 'none';
  const choose = next => {
    way = next;
    show(place, numbers[way]?.element, way !== 'none' && fields.destination.element);
  };

  // The same body keeps its key, so that sending it again after a lost answer makes nothing twice.
  let sent = { text: null, key: null };
  const submit = async () => {
    const body = bodyOf(fields, way === 'none' ? {} : numbers[way].value(), way !== 'none');
    const now = JSON.stringify(body);
    if (now !== sent.text) sent = { text: now, key: newKey() };
    const made = await post(accountPath(connected, '/trackers'), body, { 'Idempotency-Key': sent.key });
    again();
    finish(dialog, made);
  };
  show(dialog.body, form({
    fields: { ...fields, ...numbers.own.fields, ...numbers.buy.fields },
    content: [
      fields.name.element,
      h('div', { class: 'stack-s' }, h('span', { class: 'legend' }, 'Phone number'), segments('Phone number', WAYS, way, choose, true).element),
      place,
      h('details', {}, h('summary', {}, 'Matching visitors of the site'),
        h('div', { class: 'section' }, fields.referring_url.element, fields.landing_url.element)),
    ],
    actionText: 'Create', submit, actions: [button('Cancel', () => dialog.close())],
  }));
  fields.name.input.focus();
}

function bodyOf(fields, number, withDestination) {
  const body = { name: fields.name.input.value.trim(), ...number };
  for (const name of ['destination', 'referring_url', 'landing_url']) {
    const value = fields[name].input.value.trim();
    if (value && (name !== 'destination' || withDestination)) body[name] = value;
  }
  return body;
}

function finish(dialog, made) {
  if (made.warnings.length === 0) {
    dialog.close();
    toast(`The tracker ${made.name ?? made.id} was created`);
    return;
  }
  show(dialog.body, h('div', { class: 'stack' },
    notice('warn', h('b', {}, 'The tracker was created, but:'), h('ul', {}, made.warnings.map(line => h('li', {}, line)))),
    h('div', { class: 'row end' }, button('Close', () => dialog.close(), 'primary'))));
}
