// Calls the service's public API, and nothing else. Unwraps the envelope; every failure is an ApiError.
import { actingFor, isExpired, signOut, token } from './session.js';

const BASE = new URL('../v1/e/calltrackingmetrics', document.baseURI);

export class ApiError extends Error {
  /** @param body the error envelope, or what stands for it */
  constructor(status, body, response) {
    super(body.message);
    this.status = status;
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.stands = body.stands ?? [];
    this.requestId = response?.headers.get('X-Request-Id') ?? null;
    this.retryAfter = Number(response?.headers.get('Retry-After')) || null;
  }

  /** What is wrong with a field of the form, or null. */
  of(field) {
    return this.errors.filter(error => error.field === field).map(error => error.message).join('; ') || null;
  }
}

const NO_ANSWER = { code: 'NETWORK', message: 'The service does not answer. Look at your network connection and try again.' };
const NO_JSON = { code: 'INTERNAL', message: 'The service answered something that the console does not understand.' };

function address(path, query) {
  const url = new URL(BASE.href + path);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') url.searchParams.set(name, value);
  }
  if (actingFor()) url.searchParams.set('account_id', actingFor());
  return url;
}

async function send(method, path, { query, body, headers, signal } = {}) {
  const all = { Authorization: `Bearer ${token()}`, Accept: '*/*', ...headers };
  if (body !== undefined) all['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(address(path, query), {
      method, signal, headers: all, body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, NO_ANSWER);
  }
  if (response.ok) return response;
  const failure = new ApiError(response.status, await response.json().catch(() => NO_JSON), response);
  if (failure.code === 'UNAUTHORIZED') signOut(isExpired() ? 'expired' : 'refused');
  throw failure;
}

async function json(method, path, options) {
  const response = await send(method, path, options);
  return response.json().catch(error => {
    throw options?.signal?.aborted ? error : new ApiError(response.status, NO_JSON, response);
  });
}

export const get = async (path, query, signal) => (await json('GET', path, { query, signal })).data;
export const post = async (path, body, headers) => (await json('POST', path, { body, headers })).data;
export const put = async (path, body) => (await json('PUT', path, { body })).data;
export const remove = async (path, query) => (await json('DELETE', path, { query })).data;

/** A page of a list: `{ items, pagination }`. */
export async function list(path, query, signal) {
  const { data, pagination } = await json('GET', path, { query, signal });
  return { items: data, pagination };
}

/** Something that is no JSON, whole. */
export const blob = async (path, signal) => (await send('GET', path, { signal })).blob();

/** The response itself, for what is read while it comes. */
export const stream = (path, headers, signal) => send('GET', path, { headers, signal });

/** A fresh Idempotency-Key. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
