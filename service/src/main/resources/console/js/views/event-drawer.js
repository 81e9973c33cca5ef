// One received event at the side: its verdict, its body as it came, and the replay.
import { get, post } from '../lib/api.js';
import { open } from '../lib/dialog.js';
import { h, show, toast } from '../lib/dom.js';
import { DASH, dateTime } from '../lib/format.js';
import { form } from '../lib/form.js';
import { change, current } from '../lib/router.js';
import { into } from '../lib/states.js';
import { signatureBadge, statusBadge } from './events.js';

/** `{ show(id) }`: null closes it; `again()` reads the list anew. */
export function eventDrawer(base, zone, signal, again) {
  let drawer = null;
  let shown = null;

  function close() {
    const closing = drawer;
    drawer = null;
    shown = null;
    closing?.close();
  }

  function begin(id) {
    close();
    shown = id;
    const abort = new AbortController();
    const mine = AbortSignal.any([signal, abort.signal]);
    const opened = open('drawer', 'Event', () => {
      abort.abort();
      if (drawer === opened) {
        drawer = null;
        shown = null;
        if (current().view === 'live') change({ event: null });
      }
    });
    drawer = opened;
    const path = `${base}/${encodeURIComponent(id)}`;
    const load = () => into(opened.body, mine, async () => {
      const event = await get(path, null, mine);
      show(opened.title, event.event ?? 'Event');
      return detail(event, zone, replay);
    });
    const replay = async () => {
      await post(`${path}/replay`);
      toast('The event is worked off again');
      again();
      await load();
      // It waits its turn for a moment: look once more.
      setTimeout(() => { if (!mine.aborted) { load(); again(); } }, 1500);
    };
    load();
  }

  signal.addEventListener('abort', close);
  return { show: next => { if (next !== shown) (next ? begin : close)(next); } };
}

function detail(event, zone, replay) {
  const facts = [
    ['Status', statusBadge(event.status)], ['Reason', event.reason || DASH], ['Signature', signatureBadge(event.signature)],
    ['Received', dateTime(event.received_at, zone)], ['Failed attempts', event.attempts], ['Call', event.call_id ?? DASH],
    ['CTM account', event.calltracking_account_id ?? DASH], ['Campaign', event.campaign_id ?? DASH],
  ];
  return [
    h('dl', { class: 'facts' }, facts.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    h('div', { class: 'section' }, form({ content: h('p', { class: 'hint' }, 'A replay goes through the same door; nothing is counted twice.'), actionText: 'Replay', submit: replay })),
    h('section', { class: 'section' }, h('h3', {}, 'Body'), h('pre', { class: 'code', tabindex: 0, role: 'region', 'aria-label': 'Body' }, pretty(event.body))),
  ];
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
