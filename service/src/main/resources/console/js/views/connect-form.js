// The form that connects: with a CTM login, or with API keys.
import { post } from '../lib/api.js';
import { h, show, toast } from '../lib/dom.js';
import { form, segments, text } from '../lib/form.js';

const WAYS = [['user', 'CTM login'], ['keys', 'API keys']];

const pairs = user => ({
  user: {
    username: text('CTM user', { type: 'email', autocomplete: 'username', value: user ?? '' }),
    password: text('Password', { type: 'password', autocomplete: 'current-password' }),
  },
  keys: {
    access_key: text('Access key', {}, { hint: 'In CTM: Settings, Account settings, API integration.' }),
    secret: text('Secret key', { type: 'password' }),
  },
});

/** @param again shows the page anew @param look the button's text @param user the user to begin with */
export function connectForm({ again, look, user }) {
  const all = pairs(user);
  const place = h('div');
  const choose = way => show(place, build(all[way], look, again));
  choose('user');
  return h('div', { class: 'stack' }, segments('How to connect', WAYS, 'user', choose, true).element, place);
}

function build(fields, actionText, again) {
  const submit = async () => {
    const blank = Object.values(fields).filter(({ input, problem }) => {
      problem(input.value.trim() ? null : 'must not be blank');
      return !input.value.trim();
    });
    if (blank.length > 0) return blank[0].input.focus();
    const body = Object.fromEntries(Object.entries(fields).map(([name, { input }]) => [name, input.value]));
    await post('/auth', body);
    Object.values(fields).forEach(({ input }) => { input.value = ''; });
    toast('Connected to CallTrackingMetrics');
    return again();
  };
  return form({ fields, content: Object.values(fields).map(one => one.element), actionText, submit });
}
