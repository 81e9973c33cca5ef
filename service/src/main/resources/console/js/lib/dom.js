// Makes elements. Text only ever becomes a text node: what an API answers cannot become markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element: `on…` attributes are listeners, true is an empty attribute, null and false leave it out. */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** An SVG element, likewise. */
export const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...flat(children));
  return element;
}

const flat = children => children.flat(3).filter(child => child !== null && child !== undefined && child !== false);

/** Replaces what an element holds. */
export function show(element, ...children) {
  element.replaceChildren(...flat(children));
  return element;
}

let last = 0;

/** An id that no other element has. */
export const uid = prefix => `${prefix}-${++last}`;

/** Tells screen readers something that others see happen. */
export function say(text) {
  const said = document.getElementById('said');
  said.textContent = '';
  requestAnimationFrame(() => { said.textContent = text; });
}

/** Shows a short message at the edge for some seconds. */
export function toast(text) {
  const element = h('div', { class: 'toast' }, text);
  document.getElementById('toasts').append(element);
  say(text);
  setTimeout(() => element.remove(), 6000);
}
