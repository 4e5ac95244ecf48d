import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, type TestService } from '../service-fixture.js';
import { buildCaseRules, CaseRulesBroken } from './case-rules.js';

let service: TestService;
beforeAll(async () => {
  service = await createTestService();
});
afterAll(() => service.close());

describe('case rules', () => {
  it('are the standard ones until somebody sets others, and have no partner of the example', async () => {
    const answer = await service.call('getCaseRules');
    expect(answer.json()).toMatchObject({ followUpDays: 30, reopenDays: 30, partners: [] });
    expect(answer.headers.etag).toBeDefined();
  });

  it('come from above, and what is nearer counts', async () => {
    const set = (federation: string, value: object) =>
      service.admin.query(`insert into federation_settings values ($1, 'case-rules', $2)`, [
        federation,
        JSON.stringify(value),
      ]);
    await set('990000000000', { followUpDays: 20, idleMinutes: 3 });
    await set(county, { followUpDays: 10 });
    const answer = await service.call('getCaseRules', { path: { code: '990101001000' } });
    expect(answer.json()).toMatchObject({ followUpDays: 10, idleMinutes: 3 });
    const other = await service.call('getCaseRules', { path: { code: '990102000000' } });
    expect(other.json()).toMatchObject({ followUpDays: 20, idleMinutes: 3 });
    expect((await service.call('getCaseRules', { path: { code: '123456789012' } })).statusCode).toBe(404);
  });

  const span = { workingDays: 1 };
  const rule = { firstContact: span, acceptance: span, resolution: span, extension: span };
  it.each([
    [{ followUpDays: 0 }, 'followUpDays'],
    [{ limits: [] }, 'limits'],
    [{ nonsense: true }, 'nonsense'],
    // The last rule must fit everything, and a span is one of two.
    [{ limits: [{ ...rule, grades: ['red'] }] }, 'limits'],
    [{ limits: [{ ...rule, grade: ['red'] }, rule] }, 'limits'],
    [{ limits: [{ ...rule, resolution: {} }] }, 'limits'],
    [{ limits: [{ ...rule, resolution: { hours: 1, workingDays: 1 } }] }, 'limits'],
  ])('that are broken (%o) are refused with the place', (patch, place) => {
    expect(() => buildCaseRules(county, [patch as never])).toThrow(CaseRulesBroken);
    expect(() => buildCaseRules(county, [patch as never])).toThrow(`'${place}`);
  });
});
