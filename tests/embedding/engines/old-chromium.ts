/** Starts an old Chromium and looks into a page of it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { DevtoolsPipe } from './devtools-pipe.js';
import { type OldVersion, unpacked } from './installed.js';

/** A page of an old browser. */
export interface OldPage {
  /** What the console said as warnings and errors, what nobody caught, and what a policy forbade; each with its kind. */
  readonly complaints: string[];
  /** What a script says, awaited and as JSON; rejects with what it throws. `expression` is put as it is. */
  evaluate(expression: string): Promise<unknown>;
  /** Looks until an expression is truthy; fails after 30 s with what `otherwise` says. */
  until(expression: string, otherwise?: string): Promise<unknown>;
  /** A picture of the window, PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** A running browser. */
export interface OldBrowser {
  /** Such as `HeadlessChrome/79.0.3945.0`. */
  readonly version: string;
  /** Opens an address in a page of its own; `first` runs in it before anything else. */
  open(address: string, first?: string): Promise<OldPage>;
  stop(): Promise<void>;
}

const patience = 30_000;

const flags = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  // The oldest brings none, and dies of a canvas that asks for one.
  '--disable-software-rasterizer',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--hide-scrollbars',
  '--mute-audio',
  '--window-size=800,900',
  '--remote-debugging-pipe',
];

/** Starts one, in a profile of its own that is thrown away. */
export async function startOldChromium(version: OldVersion): Promise<OldBrowser> {
  const { program, libraries } = await unpacked(version);
  const profile = mkdtempSync(join(tmpdir(), `fulian-chromium-${version}-`));
  const child = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    // A group of its own, with the processes of its pages.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: profile,
      LANG: 'zh_CN.UTF-8',
      TZ: 'Asia/Shanghai',
      LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(dirname(program), 'fonts.conf'),
    },
  });
  let said = '';
  child.stderr!.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-2_000)));
  const pipe = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const gone = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      pipe.end(new Error(`Chromium ${version} ${reason}: ${said}`));
      resolve();
    };
    child.once('error', (error) => end(`does not start (${error.message})`));
    child.once('exit', (code, signal) => end(`has ended with ${code ?? signal}`));
  });
  const killed = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  };
  process.once('exit', killed);
  const stop = async () => {
    killed();
    await gone;
    process.off('exit', killed);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const { product } = await pipe.send('Browser.getVersion');
    return { version: String(product), open: (address, first) => open(pipe, address, first), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(pipe: DevtoolsPipe, address: string, first?: string): Promise<OldPage> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = (await pipe.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const send = (method: string, params: object = {}) => pipe.send(method, params, sessionId);
  const complaints: string[] = [];
  const deaf = pipe.listen(({ method, params, sessionId: from }) => {
    if (from === sessionId) complaints.push(...complaintsIn(method, params));
  });
  await Promise.all(['Page', 'Runtime', 'Log'].map((domain) => send(`${domain}.enable`)));
  if (first) await send('Page.addScriptToEvaluateOnNewDocument', { source: first });
  await send('Page.navigate', { url: address });

  const page: OldPage = {
    complaints,
    async evaluate(expression) {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      const { result, exceptionDetails } = answer as {
        result: { value?: unknown };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      };
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async until(expression, otherwise = 'null') {
      const end = Date.now() + patience;
      for (;;) {
        // While it navigates, what is asked of a page may be lost with the page before.
        const found = await page.evaluate(expression).catch((error: Error) => {
          if (/navigat|context|Cannot find/i.test(error.message)) return undefined;
          throw error;
        });
        if (found) return found;
        if (Date.now() > end)
          throw new Error(
            `waited ${patience / 1_000} s for ${expression}; there was ${JSON.stringify(await page.evaluate(otherwise))}; ${complaints.join('; ')}`,
          );
        await new Promise((again) => setTimeout(again, 50));
      }
    },
    async picture() {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data as string, 'base64');
    },
    async close() {
      deaf();
      await pipe.send('Target.closeTarget', { targetId });
    },
  };
  return page;
}

interface Told {
  readonly type?: string;
  readonly args?: readonly { value?: unknown; description?: string }[];
  readonly exceptionDetails?: { text: string; url?: string; exception?: { description?: string } };
  readonly entry?: { level: string; source: string; text: string; url?: string };
}

function complaintsIn(method: string, { type, args, exceptionDetails, entry }: Told): string[] {
  if (method === 'Runtime.exceptionThrown' && exceptionDetails)
    return [`uncaught: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`];
  if (method === 'Runtime.consoleAPICalled' && /^(?:warning|error|assert)$/.test(type ?? ''))
    return [`${type}: ${args!.map((one) => String(one.value ?? one.description)).join(' ')}`];
  if (method === 'Log.entryAdded' && entry && /^(?:warning|error)$/.test(entry.level))
    return [`${entry.source} ${entry.level}: ${entry.text} ${entry.url ?? ''}`.trim()];
  return [];
}
