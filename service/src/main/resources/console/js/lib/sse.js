// Listens to server-sent events by fetch, because EventSource cannot send the token. Goes on after a cut.
import { stream } from './api.js';

const PAUSE_MS = [1000, 2000, 5000, 10_000];

/** One event of its lines: `{ id, name, data }`. */
function parse(block) {
  const event = { id: null, name: 'message', data: [] };
  for (const line of block.split('\n')) {
    const [, key, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (key === 'id') event.id = value;
    else if (key === 'event') event.name = value;
    else if (key === 'data') event.data.push(value);
  }
  return { ...event, data: event.data.join('\n') };
}

async function read(response, onevent) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop();
    blocks.map(parse).filter(event => event.data).forEach(onevent);
  }
}

const pause = (ms, signal) => new Promise(done => {
  const timer = setTimeout(done, ms);
  signal.addEventListener('abort', () => { clearTimeout(timer); done(); });
});

/**
 * Listens until the signal aborts. `onevent({ id, name, data })`; `onstate(live, error)` when it begins and when it is cut.
 * A refusal that will not go away (4xx) ends it.
 */
export async function listen(path, { onevent, onstate }, signal) {
  let last = null;
  let tries = 0;
  while (!signal.aborted) {
    let error = null;
    try {
      const response = await stream(path, { Accept: 'text/event-stream', ...(last && { 'Last-Event-ID': last }) }, signal);
      tries = 0;
      onstate(true, null);
      await read(response, event => { last = event.id ?? last; onevent(event); });
    } catch (thrown) {
      error = thrown;
    }
    if (signal.aborted) return;
    onstate(false, error);
    if (error?.status >= 400 && error.status < 500 && error.status !== 429) return;
    await pause(PAUSE_MS[Math.min(tries++, PAUSE_MS.length - 1)], signal);
  }
}
