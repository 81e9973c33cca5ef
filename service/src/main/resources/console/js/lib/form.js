// Fields of forms with label, hint and error, and what a failed request says about them.
import { h, show, uid } from './dom.js';
import { failureNotice } from './states.js';

/**
 * A labelled field: `{ element, input, problem(text) }`.
 * @param input an input, select or textarea
 */
export function field(label, input, { hint } = {}) {
  input.id ||= uid('field');
  input.classList.add('input');
  const error = h('p', { class: 'problem', id: uid('problem'), hidden: true });
  const hintLine = hint && h('p', { class: 'hint', id: uid('hint') }, hint);
  const described = [hintLine?.id, error.id].filter(Boolean).join(' ');
  input.setAttribute('aria-describedby', described);
  const element = h('div', { class: 'field' }, h('label', { for: input.id }, label), input, hintLine, error);
  const problem = text => {
    error.textContent = text ?? '';
    error.hidden = !text;
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  input.addEventListener('input', () => problem(null));
  return { element, input, problem };
}

export const text = (label, attributes = {}, options) =>
  field(label, h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes }), options);

/** @param choices `[value, label]` */
export function select(label, choices, value, attributes = {}) {
  const made = field(label, h('select', attributes, choices.map(([key, name]) => h('option', { value: key }, name))));
  made.input.value = value ?? '';
  return made;
}

export function check(label, attributes = {}) {
  const input = h('input', { type: 'checkbox', ...attributes });
  return { element: h('label', { class: 'check' }, input, h('span', {}, label)), input };
}

/** Radio buttons that look like a switch; `onchange(value)`. */
export function segments(legend, choices, value, onchange, wide = false) {
  const name = uid('segments');
  const inputs = choices.map(([key]) =>
    h('input', { type: 'radio', name, value: key, checked: key === value, onchange: () => onchange(key) }));
  const element = h('div', { class: `segments ${wide ? 'wide' : ''}`, role: 'radiogroup', 'aria-label': legend },
    choices.map(([, label], at) => h('label', {}, inputs[at], h('span', {}, label))));
  return { element, set: key => inputs.forEach(input => { input.checked = input.value === key; }) };
}

/**
 * Puts a failure where it belongs: violations at their fields, the rest into `place`; the first bad field gets the focus.
 * @param fields by the API's names
 */
export function explain(error, fields, place) {
  const elsewhere = error.errors?.filter(one => !Object.hasOwn(fields, one.field)) ?? [];
  let first = null;
  for (const [name, one] of Object.entries(fields)) {
    const problem = error.of?.(name) ?? null;
    one.problem(problem);
    if (problem && one.input.offsetParent !== null) first ??= one.input;
  }
  if (first && elsewhere.length === 0) show(place);
  else show(place, failureNotice(error));
  first?.focus();
}

/** A form whose button is busy while `submit()` runs; failures are explained. */
export function form({ fields = {}, content, actionText, look = 'primary', actions = [], submit }) {
  const place = h('div');
  const button = h('button', { type: 'submit', class: `button ${look}` }, actionText);
  const element = h('form', { class: 'stack', novalidate: true }, content, place,
    h('div', { class: 'row end' }, actions, button));
  element.addEventListener('submit', async event => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
    try {
      show(place);
      await submit();
    } catch (error) {
      explain(error, fields, place);
      if (!error.code) throw error;
    } finally {
      button.disabled = false;
      button.removeAttribute('aria-busy');
    }
  });
  return element;
}
