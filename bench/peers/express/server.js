// "List calls" as a Node service with the usual packages does it: verify the JWT, know the connection, ask CTM, map, answer.
// node server.js <port> <CTM base URL> <usual|tuned>; the secret in JWT_SECRET. The connection is kept in memory: no database.
import { createSecretKey } from 'node:crypto';
import http from 'node:http';
import axios from 'axios';
import express from 'express';
import jwt from 'jsonwebtoken';

const [port, ctm, kind] = process.argv.slice(2);
const secret = process.env.JWT_SECRET;
const tuned = kind === 'tuned';
const key = tuned ? createSecretKey(Buffer.from(secret)) : secret;
const client = axios.create({
  baseURL: ctm,
  timeout: 10_000,
  ...(tuned ? { httpAgent: new http.Agent({ keepAlive: true, maxSockets: 64 }) } : {}),
});
const connection = { accessKey: 'ak', secret: 'sk' };

function authenticate(request, response, next) {
  try {
    const token = (request.get('authorization') ?? '').replace(/^Bearer /, '');
    request.caller = jwt.verify(token, key, { algorithms: ['HS256'], clockTolerance: 30 });
    next();
  } catch {
    response.status(401).json({ success: false, errno: 401, message: 'UNAUTHORIZED', code: 'UNAUTHORIZED' });
  }
}

const STATUS = {
  answered: 'answered', completed: 'answered', 'no answer': 'no-answer', 'no-answer': 'no-answer', missed: 'no-answer',
  busy: 'busy', failed: 'failed', canceled: 'canceled', voicemail: 'voicemail',
};

function item(call) {
  return {
    id: String(call.id),
    caller: call.caller_number ?? null,
    caller_name: call.name ?? call.cnam ?? null,
    tracking_number: call.tracking_number ?? null,
    tracking_label: call.tracking_label ?? null,
    duration: call.duration ?? null,
    talk_time: call.talk_time ?? null,
    ring_time: call.ring_time ?? null,
    call_status: STATUS[call.dial_status ?? call.call_status ?? call.status] ?? 'unknown',
    direction: call.direction ?? null,
    start_time: call.unix_time ? new Date(call.unix_time * 1000).toISOString() : null,
    source: call.source ?? null,
    medium: call.medium ?? null,
    campaign: call.campaign ?? null,
    keyword: call.keyword ?? null,
    city: call.city ?? null,
    state: call.state ?? null,
    is_new_caller: call.is_new_caller ?? null,
    agent: call.agent?.name ?? null,
    tags: call.tag_list ?? [],
    recording_url: call.audio ? `/calls/${call.id}/recording` : null,
  };
}

const app = express();
app.get('/v1/e/calltrackingmetrics/:token/accounts/:account/calls', authenticate, async (request, response, next) => {
  try {
    const page = Number(request.query.page ?? 1);
    const limit = Number(request.query.limit ?? 20);
    const { data } = await client.post(
      `/accounts/${request.params.account}/calls/search.json`,
      {
        multi_sources_operator: 'includes', reported: 1, with_time: 1, excluded: 0, converted: 0, form_entries: 0,
        filter_visitor_data: 0, has_audio: 0, stats: 'off', call_score_min: 0, call_score_max: 5,
        exclude_fields: 'transcription_text,chat_messages', page, per_page: limit,
      },
      { auth: { username: connection.accessKey, password: connection.secret } },
    );
    response.json({
      success: true,
      message: 'SUCCESS',
      data: data.calls.map(item),
      pagination: { current_page: page, total_pages: data.total_pages, total_items: data.total_entries },
    });
  } catch (error) {
    next(error);
  }
});
app.listen(Number(port), '127.0.0.1', () => console.log(`listening on ${port}`));
