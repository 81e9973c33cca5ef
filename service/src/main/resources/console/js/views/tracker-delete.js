// Deleting a tracker: says first which numbers lose their source.
import { get, remove } from '../lib/api.js';
import { accountPath } from '../lib/connection.js';
import { open } from '../lib/dialog.js';
import { h, toast } from '../lib/dom.js';
import { phone } from '../lib/format.js';
import { form } from '../lib/form.js';
import { button, into, notice } from '../lib/states.js';

export function deleteTracker(connected, item, signal, again) {
  const abort = new AbortController();
  const mine = AbortSignal.any([signal, abort.signal]);
  const dialog = open('modal', `Delete ${item.name ?? item.id}?`, () => abort.abort());
  const path = id => accountPath(connected, `/trackers/${encodeURIComponent(id)}`);
  into(dialog.body, mine, async () => {
    const tracker = await get(path(item.id), null, mine);
    const submit = async () => {
      await remove(path(tracker.source_id));
      dialog.close();
      toast('The tracker was deleted');
      again();
    };
    return form({ content: consequences(tracker), actionText: 'Delete', look: 'danger', submit,
      actions: [button('Keep it', () => dialog.close())] });
  }, 3);
}

function consequences({ source, numbers }) {
  const name = source?.name ?? 'without a name';
  if (numbers.length === 0) return h('p', {}, `The source “${name}” is deleted. It has no number.`);
  const text = numbers.length === 1 ? 'Its number stays in the account and belongs to no source then:'
    : `${numbers.length} numbers have this source. They stay in the account and belong to no source then:`;
  return [numbers.length > 1 && notice('warn', 'Other trackers have this source too.'),
    h('p', {}, `The source “${name}” is deleted. ${text}`),
    h('ul', { class: 'stack-s' }, numbers.map(number =>
      h('li', { class: 'num' }, h('b', {}, number.formatted_number ?? phone(number.number)), number.name && ` · ${number.name}`)))];
}
