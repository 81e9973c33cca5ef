// Subscribing a campaign of the platform to the calls of the chosen CTM account.
import { post } from '../lib/api.js';
import { open } from '../lib/dialog.js';
import { h, show, toast } from '../lib/dom.js';
import { check, form, text } from '../lib/form.js';
import { button } from '../lib/states.js';

export function subscribe(connected) {
  const dialog = open('modal', 'Receive a campaign’s calls');
  const campaign = text('Campaign id', { placeholder: '24 hexadecimal digits' }, { hint: 'A campaign of the platform. It is linked and becomes active.' });
  const ringing = check('Also tell when a call begins to ring', { checked: true });
  const submit = async () => {
    const done = await post(`/${connected.status.id}/webhook`, {
      campaign_id: campaign.input.value.trim(), calltracking_account_id: connected.account,
      events: ringing.input.checked ? ['call.completed', 'call.received'] : ['call.completed'],
    });
    dialog.close();
    toast(`Subscribed to ${done.events.join(' and ')}`);
  };
  show(dialog.body, form({ fields: { campaign_id: campaign }, submit, actionText: 'Subscribe',
    content: [h('p', { class: 'muted' }, `CallTrackingMetrics will tell the service of the calls of ${connected.name}.`), campaign.element, ringing.element],
    actions: [button('Cancel', () => dialog.close())] }));
}
