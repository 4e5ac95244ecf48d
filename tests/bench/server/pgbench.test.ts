import { describe, expect, it } from 'vitest';
import { latenciesOf, scriptOf } from './pgbench.js';

const sizes = {
  answer: 400,
  salt: 16,
  mac: 32,
  case_key: 61,
  narrative: null,
  asker: 90,
  contact: 120,
  risk: 150,
  needs: null,
  exclusion_note: null,
  consents: 200,
  marks: 2,
  limits: '[{"kind": "acceptance", "due": "2026-11-23T09:00:00Z"}]',
};

describe('scriptOf', () => {
  it('calls the function of the service with all its 38 arguments', () => {
    const call = /submit_help_request\(([\s\S]*)\);/.exec(scriptOf(sizes, 3))![1]!;
    let depth = 0;
    const commas = [...call].filter((letter) => {
      depth += '(['.includes(letter) ? 1 : ')]'.includes(letter) ? -1 : 0;
      return letter === ',' && depth === 0;
    });
    expect(commas).toHaveLength(37);
  });

  it('sends sealed fields as variables of its own and leaves out what was not stored', () => {
    expect(scriptOf(sizes, 3)).toContain("decode(:asker_3, 'hex')");
    expect(scriptOf(sizes, 3)).not.toContain(':narrative_3');
    expect(scriptOf({ ...sizes, narrative: 800 }, 0)).toContain("decode(:narrative_0, 'hex')");
  });
});

describe('latenciesOf', () => {
  it('reads the third column of pgbench’s log as µs', () => {
    expect(latenciesOf('0 199 2241 0 1175850568 995598\n1 5 830 0 1175850568 998079\n')).toEqual([2.241, 0.83]);
  });
});
