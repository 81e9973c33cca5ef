// The choice of the CTM account and, below the same agency, of a sub-account.
import { list, post } from '../lib/api.js';
import { h, show, toast, uid } from '../lib/dom.js';
import { form, select, text } from '../lib/form.js';
import { into, notice } from '../lib/states.js';

const SHOWN = 50;

export function chooseAccount({ status }, signal, again) {
  const name = uid('account');
  const config = status.config;
  const chosen = { id: config?.calltracking_account_id ?? null };
  const places = { list: h('div'), sub: h('div') };
  const search = text('Find an account', { type: 'search', placeholder: 'Name or id' });
  let sub = null;

  async function subAccounts(account) {
    sub = null;
    if (!account?.agency_id) return show(places.sub);
    const { items } = await list(`/${status.id}/accounts`, { parent_id: account.agency_id, limit: 100 }, signal);
    const others = items.filter(item => item.id !== account.id);
    if (others.length === 0 || chosen.id !== account.id) return show(places.sub);
    const before = account.id === config?.calltracking_account_id ? config.calltracking_sub_account_id : null;
    sub = select('Sub-account', [['', 'None: work with the account itself'], ...others.map(item => [item.id, `${item.name} (${item.id})`])],
      before && others.some(item => item.id === before) ? before : '');
    return show(places.sub, sub.element);
  }

  const load = () => into(places.list, signal, async () => {
    const { items, pagination } = await list(`/${status.id}/accounts`, { search: search.input.value.trim(), limit: SHOWN }, signal);
    const now = items.find(item => item.id === chosen.id);
    if (now) subAccounts(now).catch(() => show(places.sub));
    return [h('div', { class: 'choices picks' }, items.map(item => choice(item, name, item.id === chosen.id, () => {
      chosen.id = item.id;
      subAccounts(item).catch(() => show(places.sub));
    }))),
    items.length === 0 && h('p', { class: 'muted' }, 'No account fits.'),
    pagination.total_items > items.length
      && h('p', { class: 'hint' }, `${pagination.total_items - items.length} more: type a part of the name.`)];
  }, 3);

  let timer = null;
  search.input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(load, 300);
  });
  const submit = async () => {
    if (!chosen.id) return;
    await post('/auth/config', { token: status.id, account_id: chosen.id, ...(sub?.input.value && { subaccount_id: sub.input.value }) });
    toast('The CTM account is chosen');
    again();
  };
  load();
  return h('section', { class: 'card' },
    h('div', { class: 'card-head' }, h('h2', { id: `${name}-head` }, 'CTM account')),
    h('div', { class: 'card-body stack' },
      !config && notice('', 'Choose the account whose calls and trackers this account works with.'),
      form({ actionText: 'Save', submit, content: [
        search.element, h('div', { role: 'radiogroup', 'aria-labelledby': `${name}-head` }, places.list), places.sub] })));
}

const choice = (item, name, checked, onchange) =>
  h('label', { class: 'choice' },
    h('input', { type: 'radio', name, value: item.id, checked, onchange }),
    h('span', { class: 'grow' }, h('b', { class: 'break' }, item.name ?? 'Account without a name'),
      h('span', { class: 'hint' }, ` ${item.id}${item.agency_id ? ` · agency ${item.agency_id}` : ''}`)),
    item.status && item.status !== 'active' && h('span', { class: 'badge warn' }, item.status));
