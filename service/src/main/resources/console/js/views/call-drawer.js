// One call at the side: opened and closed by the address (`call=<id>`).
import { get } from '../lib/api.js';
import { accountPath } from '../lib/connection.js';
import { open } from '../lib/dialog.js';
import { show } from '../lib/dom.js';
import { change, current } from '../lib/router.js';
import { into } from '../lib/states.js';
import { callDetail } from './call-detail.js';
import { callerName } from './call-table.js';

/** `{ show(id) }`: null closes it. */
export function callDrawer(connected, signal) {
  let drawer = null;
  let id = null;

  function close() {
    const closing = drawer;
    drawer = null;
    id = null;
    closing?.close();
  }

  function begin(callId) {
    close();
    id = callId;
    const abort = new AbortController();
    const mine = AbortSignal.any([signal, abort.signal]);
    const opened = open('drawer', 'Call', () => {
      abort.abort();
      if (drawer === opened) {
        drawer = null;
        id = null;
        if (current().view === 'calls') change({ call: null });
      }
    });
    drawer = opened;
    into(opened.body, mine, async () => {
      const path = accountPath(connected, `/calls/${encodeURIComponent(callId)}`);
      const call = await get(path, null, mine);
      show(opened.title, callerName(call));
      return callDetail(call, path, connected.zone, mine);
    });
  }

  signal.addEventListener('abort', close);
  return { show: next => { if (next !== id) (next ? begin : close)(next); } };
}
