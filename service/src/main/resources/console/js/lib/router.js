// Owns the address: `#/view?query`. It lives in the fragment, so that no filter (a caller's number!) reaches a server log,
// and the console works behind any path prefix.

/** The address as `{ view, query }`; the query is a plain object of texts. */
export function current() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  return { view: path || 'overview', query: Object.fromEntries(new URLSearchParams(query ?? '')) };
}

/** The address of a view; what is empty is left out of the query. */
export function link(view, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const text = new URLSearchParams(given).toString();
  return `#/${view}${text ? `?${text}` : ''}`;
}

/** Goes to a view. */
export const go = (view, query) => { location.hash = link(view, query); };

/** Changes parts of the query, keeps the view. `quietly` leaves no step in the history. */
export function change(parts, quietly = false) {
  const { view, query } = current();
  const next = link(view, { ...query, ...parts });
  if (next === location.hash) return;
  history[quietly ? 'replaceState' : 'pushState'](null, '', next);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
