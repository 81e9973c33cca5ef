// Disconnecting: says before what each way does to campaigns, and after what was done.
import { remove } from '../lib/api.js';
import { open } from '../lib/dialog.js';
import { h, say, show } from '../lib/dom.js';
import { count } from '../lib/format.js';
import { form } from '../lib/form.js';
import { button, notice } from '../lib/states.js';

const campaigns = number => (number === 1 ? '1 active campaign' : `${count(number)} active campaigns`);

export const disconnectCard = (status, again) =>
  h('section', { class: 'card' },
    h('div', { class: 'card-head' }, h('h2', {}, 'Disconnect'), button('Disconnect…', () => ask(status, again))),
    h('div', { class: 'card-body' }, h('p', { class: 'muted' }, status.active_campaigns > 0
      ? `${campaigns(status.active_campaigns)} of this account ${status.active_campaigns === 1 ? 'is' : 'are'} fed by this connection. You choose what becomes of ${status.active_campaigns === 1 ? 'it' : 'them'}.`
      : 'No active campaign depends on this connection.')));

function ask(status, again) {
  const dialog = open('modal', 'Disconnect from CallTrackingMetrics');
  const active = status.active_campaigns;
  const way = (value, name, text, checked) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: 'way', value, checked }), h('span', {}, h('b', {}, name), h('p', { class: 'muted' }, text)));
  const ways = h('fieldset', { class: 'choices' }, h('legend', { class: 'legend' }, 'What shall happen?'),
    way('conditional', 'Keep campaigns running', active > 0
      ? `The chosen CTM account is removed. ${campaigns(active)} will go on counting calls, so the login is kept for ${active === 1 ? 'it' : 'them'}.`
      : 'The chosen CTM account is removed. No campaign needs the login, so it is removed too.', true),
    way('global', 'Disconnect everything', active > 0
      ? `${campaigns(active)} will be disabled and will stay disabled, also when you connect again. Webhooks at CTM, the chosen account and the login are removed.`
      : 'Webhooks at CTM, the chosen account and the login are removed.', false));
  const submit = async () => {
    const global = ways.querySelector(':checked').value === 'global';
    const done = await remove('/auth', { global: global ? 'true' : null });
    dialog.close();
    say('Disconnected');
    again(report(done));
  };
  show(dialog.body, form({ content: ways, actionText: 'Disconnect', look: 'danger', submit,
    actions: [button('Cancel', () => dialog.close())] }));
}

function report(done) {
  const lines = [
    done.config_deleted ? 'The choice of the CTM account was removed.' : 'No CTM account was chosen.',
    done.credentials_deleted ? 'The stored login was removed.' : 'The stored login was kept.',
    done.campaigns_preserved > 0 && `${campaigns(done.campaigns_preserved)} preserved, and going on.`,
    done.campaigns_disabled > 0 && `${done.campaigns_disabled === 1 ? '1 campaign' : `${count(done.campaigns_disabled)} campaigns`} disabled.`,
  ].filter(Boolean);
  return notice('good', h('b', {}, done.global ? 'Disconnected everywhere' : 'Disconnected'),
    h('ul', {}, lines.map(line => h('li', {}, line))));
}
