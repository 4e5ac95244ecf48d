import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../database/failure.js';
import { ProblemError } from '../problem.js';
import { factsOf, loggerOptions } from './log.js';

function logged(write: (log: pino.Logger) => void): string {
  const lines: string[] = [];
  const { stream: _, ...options } = loggerOptions('info') as pino.LoggerOptions & { stream?: unknown };
  write(pino(options, { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

describe('a log line', () => {
  it('S3 holds what is allowed and nothing else', () => {
    const line = logged((log) =>
      log.info({ code: 'x', status: 200, url: '/planted', body: 'planted', req: { url: 'planted' } }, 'done'),
    );
    expect(JSON.parse(line)).toMatchObject({ level: 'info', code: 'x', status: 200, msg: 'done' });
    expect(line).not.toContain('planted');
  });

  it('S3 tells where an error happened, never what it says', () => {
    const error = new Error('planted\n    at planted (planted.ts:1:1)');
    for (const write of [
      (log: pino.Logger) => log.error(error),
      (log: pino.Logger) => log.error(error, 'failed'),
      (log: pino.Logger) => log.error({ err: error }, 'failed'),
      (log: pino.Logger) => log.error(factsOf(error), 'failed'),
      (log: pino.Logger) => log.error('failed %s', 'planted'),
    ]) {
      const line = logged(write);
      expect(line).toContain('"level":"error"');
      expect(line).not.toContain('planted');
    }
    expect(factsOf(error).at?.[0]).toContain('log.test.ts');
  });

  it('names the SQLSTATE beneath a problem', () => {
    const cause = new DatabaseUnavailable('53100');
    expect(factsOf(new ProblemError('unavailable', { cause }))).toMatchObject({
      code: 'unavailable',
      cause: 'DatabaseUnavailable',
      sqlState: '53100',
    });
  });
});
