// What a call's drawer shows. Fields that the API does not fill are left out.
import { h } from '../lib/dom.js';
import { dateTime, duration, phone } from '../lib/format.js';
import { badge } from './call-table.js';
import { recording } from './recording.js';

/** @param path the call's path in the API */
export const callDetail = (call, path, zone, signal) => [
  h('div', { class: 'row' }, badge(call.call_status),
    call.is_new_caller && h('span', { class: 'badge info' }, 'First-time caller'),
    call.tags.map(tag => h('span', { class: 'badge' }, tag))),
  call.recording_url && section('Recording', recording(call, `${path}/recording`, signal)),
  section('Call', facts([
    ['Caller', call.caller && phone(call.caller)], ['Direction', call.direction], ['Time', dateTime(call.start_time, zone)],
    ['Duration', known(call.duration)], ['Talk time', known(call.talk_time)], ['Ringing', known(call.ring_time)],
    ['Waiting', known(call.wait_time)], ['Agent', call.agent], ['Put through to', call.business_number && phone(call.business_number)],
    ['CTM id', call.id],
  ])),
  section('Attribution', facts([
    ['Tracker', call.tracking_label], ['Tracking number', call.tracking_number && phone(call.tracking_number)],
    ['Source', call.source], ['Medium', call.medium], ['Campaign', call.campaign], ['Keyword', call.keyword],
    ['First touch', call.first_touch], ['Last touch', call.last_touch], ['Landing page', call.location],
    ['Referrer', call.referrer], ['Browser', call.web_visit?.browser], ['Device', call.web_visit?.device],
  ])),
  section('Person', facts([
    ['Name', call.caller_name], ['E-mail', call.email], ['Street', call.street],
    ['Place', [call.postal_code, call.city, call.state, call.country].filter(Boolean).join(', ')],
  ])),
  section('Outcome', facts([
    ['Score', call.sale?.score], ['Scored by', call.sale?.name], ['Value', call.sale?.value], ['Sold on', call.sale?.sale_date],
    ['Conversion', call.sale && (call.sale.conversion ? 'yes' : 'no')], ['Notes', call.notes], ['Summary', call.summary],
    ...Object.entries(call.custom_fields ?? {}).map(([name, value]) => [name, value === null ? null : String(value)]),
  ])),
  call.call_path.length > 0 && section('Path', h('ol', { class: 'path' }, call.call_path.map(step =>
    h('li', {}, h('b', { class: 'break' }, step.route_name ?? step.route_type ?? 'Station'),
      h('p', { class: 'small muted' }, step.started_at && dateTime(step.started_at, zone)))))),
  call.transcript && section('Transcript', h('p', { class: 'transcript' }, call.transcript)),
];

const known = seconds => (seconds === null || seconds === undefined ? null : duration(seconds));

const section = (name, content) => content && h('section', { class: 'section' }, h('h3', {}, name), content);

function facts(rows) {
  const filled = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return filled.length > 0
    && h('dl', { class: 'facts' }, filled.map(([name, value]) => [h('dt', { class: 'break' }, name), h('dd', {}, value)]));
}
