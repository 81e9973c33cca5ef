// Owns what the views need to know of the connection: its state, the chosen CTM account, that account's name and zone.
import { get } from './api.js';

let known = null;

/** Reads it again at the next look. */
export const forget = () => { known = null; };

/** `{ status, account, name, zone }`: status as GET /auth says it (null: not connected); account null: none chosen. */
export async function connection(signal) {
  known ??= read(signal);
  try {
    return await known;
  } catch (error) {
    known = null;
    throw error;
  }
}

async function read(signal) {
  const status = await get('/auth', null, signal);
  const config = status?.config;
  const account = config ? config.calltracking_sub_account_id ?? config.calltracking_account_id : null;
  const detail = account && status.status === 'connected' ? await accountOf(status.id, account, signal) : null;
  return { status, account, name: detail?.name ?? account, zone: detail?.timezone ?? null };
}

/** Name and zone hardly change: they are asked for once a tab. A failure here must not hide the page: it has its own. */
async function accountOf(connectionId, account, signal) {
  const key = `ctm-connect.account.${connectionId}.${account}`;
  const kept = sessionStorage.getItem(key);
  if (kept) return JSON.parse(kept);
  try {
    const { name, timezone } = await get(`/${connectionId}/accounts/${account}`, null, signal);
    sessionStorage.setItem(key, JSON.stringify({ name, timezone }));
    return { name, timezone };
  } catch (error) {
    if (signal?.aborted || error.code === 'UNAUTHORIZED' || error.code === 'TOKEN_INVALIDATED') throw error;
    return null;
  }
}

/** The path of the chosen CTM account in the API. */
export const accountPath = ({ status, account }, rest = '') => `/${status.id}/accounts/${account}${rest}`;
