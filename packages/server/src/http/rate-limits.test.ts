import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';

let service: TestService;
beforeAll(async () => {
  const rateLimits = {
    read: 3,
    submit: 2,
    upload: 0,
    receipt: 2,
    feedback: 2,
    signIn: 2,
    staff: 2,
    member: 2,
    federation: 4,
  };
  service = await createTestService({ config: { rateLimits, trustProxy: ['127.0.0.1'] } });
});
afterAll(() => service.close());

const from = (address: string) => ({ 'x-forwarded-for': address });
const submit = (address: string, code = county) =>
  service.call('submitHelpRequest', {
    path: { code },
    headers: { 'idempotency-key': newToken(), ...from(address) },
    body: submissionOf('anonymous'),
  });

describe('limits', () => {
  it('count an address, tell how much is left, and name the time to come back', async () => {
    const answers = [];
    for (let at = 0; at < 4; at += 1) answers.push(await service.call('getFederation', { headers: from('192.0.2.1') }));
    expect(
      answers.map((one) => [one.statusCode, one.headers['ratelimit-limit'], one.headers['ratelimit-remaining']]),
    ).toEqual([
      [200, '3', '2'],
      [200, '3', '1'],
      [200, '3', '0'],
      [429, '3', '0'],
    ]);
    const refused = answers[3]!;
    expect(refused.json()).toMatchObject({ code: 'rate-limited', retryAfter: Number(refused.headers['retry-after']) });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await service.call('getFederation', { headers: from('192.0.2.2') })).statusCode).toBe(200);
  });

  it('count a home network of IPv6 as one', async () => {
    const ask = async (end: string) =>
      (await service.call('getFederation', { headers: from(`2001:db8:1:1::${end}`) })).statusCode;
    expect([await ask('1'), await ask('2'), await ask('3'), await ask('4')]).toEqual([200, 200, 200, 429]);
  });

  it('count what does not exist, too', async () => {
    const ask = async () =>
      (await service.app.inject({ method: 'GET', url: '/nothing', headers: from('192.0.2.3') })).statusCode;
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([404, 404, 404, 429]);
  });

  it('are stricter for submits, and count a federation over all addresses', async () => {
    const [one, two, three] = [await submit('192.0.2.4'), await submit('192.0.2.4'), await submit('192.0.2.4')];
    expect([one.statusCode, two.statusCode, three.statusCode]).toEqual([201, 201, 429]);
    await submit('192.0.2.5');
    await submit('192.0.2.5');
    expect((await submit('192.0.2.6')).json()).toMatchObject({ code: 'rate-limited' });
    expect((await submit('192.0.2.7', '990102000000')).statusCode).toBe(201);
  });

  it('count what is said of places apart: who floods it keeps nobody from asking for help', async () => {
    const code = '990101001000';
    const say = async (address: string) =>
      (
        await service.call('sendServicePointFeedback', {
          path: { code, pointId: 'A'.repeat(22) },
          headers: { 'idempotency-key': newToken(), ...from(address) },
          body: { kind: 'other' },
        })
      ).statusCode;
    expect([await say('192.0.2.9'), await say('192.0.2.9'), await say('192.0.2.9')]).toEqual([404, 404, 429]);
    expect([await say('192.0.2.10'), await say('192.0.2.10'), await say('192.0.2.11')]).toEqual([404, 404, 429]);
    expect((await submit('192.0.2.12', code)).statusCode).toBe(201);
  });

  it('leave supervisors alone', async () => {
    for (let at = 0; at < 6; at += 1)
      expect((await service.call('getReadiness', { headers: from('192.0.2.8') })).statusCode).toBe(200);
  });
});
