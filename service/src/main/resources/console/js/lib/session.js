// Owns the sign-in: the platform's token, kept for this tab only, and the sub-account that the caller acts for.

const TOKEN = 'ctm-connect.token';
const ACTING = 'ctm-connect.acting-for';
const changes = new EventTarget();

/** Why there is no session, for the sign-in page: null, 'expired', 'refused' or 'out'. */
export let ended = null;

export const token = () => sessionStorage.getItem(TOKEN);
export const actingFor = () => sessionStorage.getItem(ACTING);
export const onChange = listener => changes.addEventListener('change', listener);

/** The token's claims; null when it is no JWT. Whether it holds only the service can say. */
export function claims(jwt = token()) {
  try {
    const payload = jwt.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), char => char.charCodeAt(0))));
  } catch {
    return null;
  }
}

/** Whether the token's end has passed. */
export const isExpired = () => (claims()?.exp ?? 0) * 1000 < Date.now();

export function signIn(jwt, account) {
  sessionStorage.setItem(TOKEN, jwt);
  if (account) sessionStorage.setItem(ACTING, account);
  else sessionStorage.removeItem(ACTING);
  ended = null;
  changes.dispatchEvent(new Event('change'));
}

export function signOut(reason = 'out') {
  if (!token()) return;
  sessionStorage.clear();
  ended = reason;
  changes.dispatchEvent(new Event('change'));
}

/** Signs in with `#token=…` of the address, and takes it out of the address and of the history. */
export function takeFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (!given) return;
  history.replaceState(null, '', `${location.pathname}#/overview`);
  sessionStorage.clear();
  signIn(given);
}
