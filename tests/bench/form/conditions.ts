import type { CDPSession } from 'puppeteer-core';

/** How good the phone and its connection are. */
export interface Condition {
  readonly name: string;
  apply(devtools: CDPSession): Promise<void>;
}

/** Both of DevTools' own presets: 'Slow 4G' (1.6 Mbit/s down, 0.75 up, 150 ms, with its correction factors) and 4x slowdown. */
export const conditions: readonly Condition[] = [
  { name: 'as is', apply: () => Promise.resolve() },
  {
    name: 'slow 4G, 4x CPU',
    async apply(devtools) {
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150 * 3.75,
        downloadThroughput: (1.6 * 1_000_000 * 0.9) / 8,
        uploadThroughput: (0.75 * 1_000_000 * 0.9) / 8,
      });
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    },
  },
];
