// Changing a tracker: only what was changed is sent. A source that other numbers have too is named as such.
import { get, put } from '../lib/api.js';
import { accountPath } from '../lib/connection.js';
import { open } from '../lib/dialog.js';
import { h, toast } from '../lib/dom.js';
import { form, text } from '../lib/form.js';
import { button, into, notice } from '../lib/states.js';

const SOURCE_FIELDS = ['name', 'description', 'referring_url', 'landing_url'];

export function editTracker(connected, item, signal, again) {
  const abort = new AbortController();
  const mine = AbortSignal.any([signal, abort.signal]);
  const dialog = open('modal', `Edit ${item.name ?? item.id}`, () => abort.abort());
  into(dialog.body, mine, async () => build(connected, await get(path(connected, item.id), null, mine), dialog, again));
}

const path = (connected, id) => accountPath(connected, `/trackers/${encodeURIComponent(id)}`);

function build(connected, tracker, dialog, again) {
  const before = { ...tracker.source, destination: tracker.destination };
  const value = name => ({ value: before[name] ?? '' });
  const fields = {
    name: text('Source name', value('name')),
    description: text('Description', value('description')),
    destination: text('Puts through to', { type: 'tel', ...value('destination') }),
    referring_url: text('Referring URL', value('referring_url')),
    landing_url: text('Landing URL', value('landing_url')),
  };
  const isShared = tracker.numbers.length > 1;
  const changed = names => Object.fromEntries(names
    .filter(name => fields[name].input.value.trim() !== (before[name] ?? ''))
    .map(name => [name, fields[name].input.value.trim()]));
  const submit = async () => {
    const source = changed(SOURCE_FIELDS);
    const route = changed(['destination']);
    if (Object.keys({ ...source, ...route }).length === 0) return dialog.close();
    // A shared source is changed by its own id, its number's route by the number's.
    if (isShared && Object.keys(source).length > 0) await put(path(connected, tracker.source_id), source);
    const rest = isShared ? route : { ...source, ...route };
    if (Object.keys(rest).length > 0) await put(path(connected, tracker.id), rest);
    dialog.close();
    toast('The tracker was changed');
    return again();
  };
  return form({
    fields, submit, actionText: 'Save', actions: [button('Cancel', () => dialog.close())],
    content: [
      isShared && notice('warn', `${tracker.numbers.length} numbers have this source. Its name and rules change for all of them; the route only for this number.`),
      fields.name.element, fields.description.element, tracker.number && fields.destination.element,
      h('div', { class: 'section' }, fields.referring_url.element, fields.landing_url.element),
    ],
  });
}
