import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, newToken, type TestService } from '../service-fixture.js';
import { makeCouncil, type TestCouncil } from './council-fixture.js';

type Schemas = components['schemas'];
type Draft = Schemas['MeetingDraft'];
type File = Schemas['MeetingFile'];

let service: TestService;
let council: TestCouncil;
beforeAll(async () => {
  service = await createTestService();
  council = await makeCouncil(service, 4);
});
afterAll(() => service.close());

const draft: Draft = { at: '2026-12-05T01:00:00Z', place: '荷塘村妇女之家', agenda: [{ title: '路灯' }] };
const desk = () => council.organiser.headers;
const create = (body: Draft, key = newToken()) =>
  service.call('createMeeting', { path: council.path, headers: { ...desk(), 'idempotency-key': key }, body });
const get = (meetingId: string) =>
  service.call('getMeeting', { path: { ...council.path, meetingId }, headers: desk() });
const change = async (meetingId: string, body: Draft, ifMatch?: string) =>
  service.call('changeMeeting', {
    path: { ...council.path, meetingId },
    headers: { ...desk(), 'if-match': ifMatch ?? String((await get(meetingId)).headers.etag) },
    body,
  });
const shown = async (query = {}) =>
  (await service.call('listMeetings', { path: council.path, query })).json<Schemas['MeetingPage']>();

describe('meetings', () => {
  it('are planned, held with attendance, and show their minutes once those are published', async () => {
    const key = newToken();
    const made = await create({ ...draft, form: 'on-the-spot' }, key);
    const { meeting, present } = made.json<File>();
    expect(meeting).toMatchObject({ ...draft, at: '2026-12-05T01:00:00.000Z', form: 'on-the-spot', state: 'planned' });
    expect(meeting).not.toHaveProperty('attendance');
    expect(present).toEqual([]);
    const again = await create({ ...draft, form: 'on-the-spot' }, key);
    expect([again.body, again.headers.etag]).toEqual([made.body, made.headers.etag]);

    const ids = council.members.slice(0, 3).map((one) => one.id);
    const held: Draft = { ...draft, state: 'held', present: ids, minutes: '三人到会。' };
    const changed = await change(meeting.id, held, String(made.headers.etag));
    expect(changed.json()).toMatchObject({
      meeting: { state: 'held', attendance: 3 },
      present: ids,
      minutes: '三人到会。',
      publishMinutes: false,
    });
    expect(changed.json<File>().meeting).not.toHaveProperty('minutes');
    const [listed] = (await shown()).items;
    expect(listed).toMatchObject({ id: meeting.id, attendance: 3 });
    expect(JSON.stringify(listed)).not.toContain('三人到会');
    for (const id of ids) expect(JSON.stringify(listed)).not.toContain(id);
    await change(meeting.id, { ...held, publishMinutes: true });
    expect((await shown()).items[0]).toMatchObject({ minutes: '三人到会。' });
    expect((await change(meeting.id, held, String(made.headers.etag))).json()).toMatchObject({
      code: 'precondition-failed',
    });
    // Nobody came is not the same as nobody counted.
    await change(meeting.id, { ...draft, present: [] });
    expect((await get(meeting.id)).json()).toMatchObject({ meeting: { attendance: 0, state: 'planned' } });
  });

  it('refuse what the council does not have', async () => {
    const other = await makeCouncil(service, 1);
    const never = '00000000-0000-4000-8000-000000000000';
    const answer = await create({
      ...draft,
      agenda: [{ title: '甲' }, { title: '乙', topic: never, ballot: never }],
      present: [council.members[0]!.id, other.members[0]!.id],
    });
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'meeting-refused',
      findings: [
        { where: 'body/agenda/1/topic', code: 'unknown' },
        { where: 'body/agenda/1/ballot', code: 'unknown' },
        { where: 'body/present/1', code: 'unknown' },
      ],
    });
    expect((await get(never)).json()).toMatchObject({ code: 'meeting-unknown' });
    expect((await change(never, draft, '"1.x"')).json()).toMatchObject({ code: 'meeting-unknown' });
  });

  it('name topics of their agenda, and come in pages, the latest first', async () => {
    const proposed = await service.call('proposeTopic', {
      path: council.path,
      headers: { ...council.members[0]!.headers, 'idempotency-key': newToken() },
      body: { title: '路灯', words: '坏了' },
    });
    const topic = proposed.json<{ id: string }>().id;
    for (const at of ['2026-12-06T01:00:00Z', '2027-01-06T09:00:00+08:00', '2026-10-06T01:00:00Z'])
      expect((await create({ ...draft, at, agenda: [{ title: '路灯', topic }] })).statusCode).toBe(201);
    const all = (await shown()).items;
    const times = all.map((one) => one.at);
    expect(times).toEqual([...times].sort().reverse());
    expect(times).toContain('2027-01-06T01:00:00.000Z');
    expect(all[0]!.agenda).toEqual([{ title: '路灯', topic }]);
    const first = await shown({ limit: '2' });
    const rest = await shown({ cursor: first.nextCursor! });
    expect([...first.items, ...rest.items]).toEqual(all);
  });
});
