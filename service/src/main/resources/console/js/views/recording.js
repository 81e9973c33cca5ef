// The recording's player. The API wants the token in a header, which <audio> cannot send: the whole is fetched on demand.
import { blob } from '../lib/api.js';
import { h, show } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { failureNotice } from '../lib/states.js';

/** @param path the recording's path in the API */
export function recording(call, path, signal) {
  const place = h('div', { class: 'stack-s' });

  async function load(event) {
    const button = event.currentTarget;
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
    try {
      const url = URL.createObjectURL(await blob(path, signal));
      signal.addEventListener('abort', () => URL.revokeObjectURL(url));
      const player = h('audio', { controls: true, src: url, 'aria-label': 'Recording' });
      show(place, player, h('a', { href: url, download: `call-${call.id}.wav`, class: 'small' }, 'Save the recording'));
      player.focus();
      player.play().catch(() => {});
    } catch (error) {
      if (signal.aborted) return;
      show(place, failureNotice(error), play('Try again'));
      if (!error.code) throw error;
    }
  }
  const play = text => h('button', { type: 'button', class: 'button', onclick: load }, icon('play', 14), text);
  return show(place, h('div', {}, play('Play the recording')));
}
