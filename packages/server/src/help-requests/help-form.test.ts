import { examples } from '@fulian/contract/examples';
import { describe, expect, it } from 'vitest';
import { buildApp } from '../app.js';
import { readConfig } from '../config.js';
import { county, createTestService } from '../service-fixture.js';
import { buildHelpForm, type HelpFormPatch } from './help-form.js';

const federation = structuredClone(examples.getFederation.answers.county) as unknown as Parameters<
  typeof buildHelpForm
>[0];
const build = (...patches: unknown[]) => buildHelpForm(federation, [], patches as HelpFormPatch[]);

describe('a help form', () => {
  it('is the standard one where nobody has set anything', () => {
    expect(build().categories).toEqual(examples.getHelpForm.answers.standard.categories);
  });

  it.each([
    ['a broken field', { hotlines: [] }, 'hotlines'],
    ['a broken entry', { categories: [{ code: 'X' }] }, 'categories/0/code'],
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['the federation itself', { federation: {} }, 'federation'],
    [
      'a change of a category that is not there',
      { categoryChanges: { nothing: { off: true } } },
      'categoryChanges/nothing',
    ],
    ['a broken change', { categoryChanges: { other: { baseGrade: 'blue' } } }, 'categories/11/baseGrade'],
    ['no consent for a child', { consents: examples.getHelpForm.answers.standard.consents.slice(0, 2) }, 'consents'],
    ['no object', 'red', ''],
  ])('with %s is refused by its place', (_, patch, where) => {
    expect(() => build(patch)).toThrow(`of the federation ${county} or of one above it is not usable at '${where}'`);
  });

  it('that is broken keeps the service from starting, and a running one answers a problem', async () => {
    const service = await createTestService();
    await service.admin.query("insert into federation_settings values ($1, 'help-form', $2)", [
      county,
      { hotlines: [] },
    ]);
    const { database, keys, clock } = service;
    const start = buildApp({ database, keys, clock, config: readConfig({ LOG_LEVEL: 'silent' }), folders: undefined });
    await expect(start).rejects.toThrow(`help form of the federation ${county}`);
    expect((await service.call('getHelpForm')).json()).toMatchObject({ status: 500, code: 'internal' });
    expect(service.lines.join('')).toContain('help-form-broken');
    await service.close();
  });
});
