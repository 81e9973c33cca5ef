// Dialogs in the middle and drawers at the side: the browser's own <dialog>, so that focus stays inside and Escape closes.
import { h, uid } from './dom.js';
import { icon } from './icons.js';

/**
 * Opens one: `{ body, title, close }`.
 * @param kind modal or drawer
 * @param onclose runs once, however it was closed
 */
export function open(kind, titleText, onclose) {
  const id = uid('dialog');
  const title = h('h2', { id }, titleText);
  const body = h('div', { class: 'dialog-body' });
  const dialog = h('dialog', { class: kind, 'aria-labelledby': id },
    h('div', { class: 'dialog-frame' },
      h('div', { class: 'dialog-head' }, h('div', { class: 'grow break' }, title),
        h('button', { type: 'button', class: 'button quiet icon', 'aria-label': 'Close', onclick: () => dialog.close() },
          icon('close'))),
      body));
  dialog.addEventListener('close', () => {
    dialog.remove();
    onclose?.();
  });
  dialog.addEventListener('mousedown', event => {
    if (event.target === dialog && kind === 'drawer') dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { body, title, close: () => dialog.close() };
}
