// The choice of days: presets, or two dates. It only changes the address; the view reads it there.
import { PRESETS, customQuery, presetQuery } from './dates.js';
import { h } from './dom.js';
import { select, text } from './form.js';
import { change } from './router.js';

/** `{ element, set(range) }` */
export function rangePicker() {
  const choices = [...Object.entries(PRESETS).map(([name, [label]]) => [name, label]), ['custom', 'Custom dates']];
  const preset = select('Period', choices, '30d');
  const start = text('From', { type: 'date' });
  const end = text('To', { type: 'date' });
  const custom = h('div', { class: 'range', hidden: true }, start.element, end.element);

  const apply = () => {
    const [from, to] = [start.input.value, end.input.value];
    if (!from || !to) return;
    const wrong = to < from;
    end.problem(wrong ? 'must not be before the first day' : null);
    if (!wrong) change({ ...customQuery(from, to), page: null });
  };
  start.input.addEventListener('change', apply);
  end.input.addEventListener('change', apply);
  preset.input.addEventListener('change', () => {
    custom.hidden = preset.input.value !== 'custom';
    if (custom.hidden) change({ ...presetQuery(preset.input.value), page: null });
    else start.input.focus();
  });

  const set = range => {
    preset.input.value = range.name;
    custom.hidden = range.name !== 'custom';
    start.input.value = range.start;
    end.input.value = range.end;
    end.problem(null);
  };
  return { element: h('div', { class: 'range' }, preset.element, custom), set };
}
