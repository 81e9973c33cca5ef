// Live: calls as they come, counters by campaign, and the inspector of received events.
import { h, show } from '../lib/dom.js';
import { page, withAccount } from '../lib/page.js';
import { button } from '../lib/states.js';
import { eventList } from './events.js';
import { liveFeed } from './live-feed.js';
import { subscribe } from './subscribe.js';

export const title = 'Live';

export function mount(root, query, signal) {
  const frame = page(title);
  show(root, frame.element);
  return withAccount(frame, signal, connected => {
    const events = eventList(connected, signal);
    const feed = liveFeed(connected, signal, events.soon);
    show(frame.actions, button('Receive a campaign’s calls…', () => subscribe(connected)));
    show(frame.body, h('div', { class: 'stack' }, feed.element, events.element));
    events.update(query);
    return { update: events.update };
  });
}
