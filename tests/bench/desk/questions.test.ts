import { expect, it } from 'vitest';
import { caseQuestions, deepQuestions, filteredQuestions, positionIn, queueQuestions } from './questions.js';

const position = ['2026-03-01T00:00:00.000Z', '00000000-0000-4000-8000-000000000000'];
const cursor = Buffer.concat([Buffer.alloc(16, 7), Buffer.from(JSON.stringify(position))]).toString('base64url');

it('a cursor tells where it goes on', () => {
  expect(positionIn(cursor)).toEqual({ at: position[0], id: position[1] });
});

it('questions have the statements of the service with all their values, in one transaction that row-level security binds', async () => {
  const questions = [
    ...(await queueQuestions()),
    ...(await filteredQuestions()),
    ...(await deepQuestions([cursor])),
    ...(await caseQuestions([{ federation: '990101000000', id: position[1]! }])),
  ];
  expect(questions.length).toBeGreaterThan(7);
  for (const { sql, path } of questions) {
    expect(sql).toMatch(/^begin;\nselect set_config\('fulian\.scope', 'staff', true\)/);
    expect(sql).toMatch(/help_requests[^]*commit;\n$/);
    expect(sql).not.toMatch(/\$\d|undefined/);
    expect(path).toMatch(/^\/v1\/(federations\/990101000000\/cases\?|cases\/990101000000-0)/);
  }
});

it('a page behind a cursor goes on after its place and is not counted; a first page is', async () => {
  const [deep] = await deepQuestions([cursor]);
  const [first] = await queueQuestions();
  expect(deep!.sql).toContain("('2026-03-01T00:00:00.000Z'::timestamptz");
  expect(deep!.sql).not.toContain('count(*)');
  expect(first!.sql).toContain('count(*)');
});

it('filters stand in the address and in the statement', async () => {
  const questions = await filteredQuestions();
  const red = questions.find(({ path }) => path.includes('grades=red,orange'))!;
  expect(red.path).toContain('states=in-progress');
  expect(red.sql).toContain("'{red,orange}'");
  expect(questions.some(({ path, sql }) => path.includes('view=overdue') && sql.includes('next_due <='))).toBe(true);
});
