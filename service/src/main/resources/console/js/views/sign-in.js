// Sign-in with a token of the platform. It stays in this tab and goes to no other place than this service.
import { h } from '../lib/dom.js';
import { field, form, text } from '../lib/form.js';
import { claims, signIn } from '../lib/session.js';
import { notice } from '../lib/states.js';
import { brand } from '../shell.js';

const WHY = {
  expired: ['warn', 'Your sign-in has expired. Sign in again to go on where you were.'],
  refused: ['bad', 'The service does not accept this token. Ask for a new one.'],
  out: ['', 'You are signed out.'],
};

/** @param ended why the last session ended, or null */
export function signInPage(ended) {
  const token = field('Token', h('textarea', { rows: 5, spellcheck: 'false', autocomplete: 'off', placeholder: 'eyJhbGciOi…' }),
    { hint: 'A JWT of the platform. For development: ./ctm-connect token --account <id>' });
  const account = text('Sub-account (optional)', { placeholder: '24 hexadecimal digits' },
    { hint: 'To act for a sub-account of the token’s account.' });
  const submit = async () => {
    const jwt = token.input.value.trim();
    const acting = account.input.value.trim();
    token.problem(claims(jwt) ? null : 'This is not a token. It has three parts with dots between them.');
    account.problem(!acting || /^[0-9a-f]{24}$/i.test(acting) ? null : 'must be 24 hexadecimal digits');
    const wrong = [token, account].find(one => one.input.getAttribute('aria-invalid'));
    if (wrong) wrong.input.focus();
    else signIn(jwt, acting);
  };
  return h('div', { class: 'gate' }, h('main', { id: 'main' }, brand(),
    ended && h('div', { role: 'alert' }, notice(WHY[ended][0], WHY[ended][1])),
    h('div', { class: 'card' }, h('div', { class: 'card-body stack' },
      h('h1', {}, 'Sign in'),
      form({ content: [token.element, account.element], actionText: 'Sign in', submit })))));
}
