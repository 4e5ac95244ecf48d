import { expect, it } from 'vitest';
import { kinds, questionsOf } from './questions.js';

it.each(kinds)('questions of the kind %s have the statement of the service, with all its values', async (kind) => {
  const questions = await questionsOf(kind, 20);
  expect(questions).toHaveLength(20);
  expect(new Set(questions.map((one) => one.sql)).size).toBeGreaterThan(5);
  for (const { sql, path } of questions) {
    expect(sql).toContain('service_points');
    expect(sql).toContain("'990100000000'");
    expect(sql).not.toMatch(/\$\d/);
    expect(path).toMatch(/^\/v1\/federations\/990100000000\//);
  }
});
