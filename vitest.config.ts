import { defaultServerConditions } from 'vite';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** Rooms resolve each other's TypeScript, so that no test ever runs against a stale build. */
const conditions = ['fulian-source', ...defaultServerConditions];

/** Projects that need a database share one PostgreSQL, whichever of them run. */
const database = ['packages/server/src/testing/global-setup.ts'];

/** One room or kind of test, to be run alone by `npx vitest run --project <name>`. */
const project = (
  name: string,
  include: string[],
  options: { globalSetup?: string[]; seconds?: number } = {},
): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    include,
    globalSetup: options.globalSetup ?? [],
    testTimeout: (options.seconds ?? 10) * 1_000,
    hookTimeout: (options.seconds ?? 10) * 1_000,
  },
});

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'node',
    pool: 'forks',
    // The machine that tests may have two cores, and a database and a browser beside us.
    maxWorkers: 2,
    // Repeated runs of a test that failed hide what is wrong with it.
    retry: 0,
    projects: [
      project('openapi', ['openapi/**/*.test.ts']),
      project('sdk', ['packages/sdk/src/**/*.test.ts']),
      project('server', ['packages/server/src/**/*.test.ts'], { globalSetup: database, seconds: 30 }),
      project('tokens', ['packages/elements/tokens/*.test.ts']),
      project('bench', ['tests/bench/**/*.test.ts']),
      project('house', ['tests/house/**/*.test.ts'], { seconds: 60 }),
      project('contract', ['tests/contract/**/*.test.ts'], { globalSetup: database, seconds: 120 }),
      project('safety', ['tests/safety/**/*.test.ts'], { globalSetup: database, seconds: 120 }),
      project('faults', ['tests/faults/**/*.test.ts'], { globalSetup: database, seconds: 120 }),
      project('e2e', ['tests/e2e/**/*.test.ts', 'packages/server/bin/*.test.ts'], {
        globalSetup: database,
        seconds: 120,
      }),
      // In strangers' pages, with the service in memory: no database.
      project('embedding', ['tests/embedding/**/*.test.ts'], { seconds: 120 }),
    ],
  },
});
