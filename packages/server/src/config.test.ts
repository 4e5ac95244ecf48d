import { describe, expect, it } from 'vitest';
import { readConfig } from './config.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      databaseUrl: undefined,
      demo: true,
      trustProxy: [],
    });
    expect(readConfig({}).dataDir).toMatch(/\/\.data$/);
  });

  it('has demo data with the embedded database only, unless it is told', () => {
    const DATABASE_URL = 'postgres://127.0.0.1/fulian';
    expect(readConfig({ DATABASE_URL }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL, DEMO: 'on' }).demo).toBe(true);
    expect(readConfig({ DEMO: 'off' }).demo).toBe(false);
  });

  it('can do without limits', () => {
    const { rateLimits, guessLimits } = readConfig({ RATE_LIMITS: 'off', RATE_LIMIT_READ: '5' });
    expect([...Object.values(rateLimits), ...Object.values(guessLimits)].every((limit) => limit === 0)).toBe(true);
    expect(readConfig({ RATE_LIMIT_READ: '5' }).rateLimits.read).toBe(5);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://127.0.0.1/x' }, 'DATABASE_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ DEMO: 'maybe' }, 'DEMO'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '10.0.0.1, proxy.example' }, 'TRUST_PROXY'],
    [{ RATE_LIMIT_SUBMIT: '1.5' }, 'RATE_LIMIT_SUBMIT'],
  ])('names what is wrong with %j in one line', (env, name) => {
    expect(() => readConfig(env)).toThrow(new RegExp(`^${name} is not usable: it must be .+\\.$`));
  });

  it('takes addresses and networks of proxies', () => {
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1,loopback' }).trustProxy).toEqual([
      '10.0.0.0/8',
      '::1',
      'loopback',
    ]);
  });
});
