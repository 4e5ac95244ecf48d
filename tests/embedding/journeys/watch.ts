/** Hears everything that goes wrong in the page, from its first script on. */
import { add, defineProperty, listen, slice } from './pristine.js';
import type { Violation } from './report.js';

export interface Watch {
  readonly violations: Violation[];
  readonly errors: string[];
  readonly complaints: string[];
}

function told(thing: unknown): string {
  try {
    const { message, stack } = thing as Partial<Error>;
    return slice(message === undefined ? String(thing) : `${message} ${stack ?? ''}`, 0, 600);
  } catch {
    return 'something that cannot be told';
  }
}

/** Begins to listen. */
export function watchPage(): Watch {
  const watch: Watch = { violations: [], errors: [], complaints: [] };
  listen(
    document,
    'securitypolicyviolation',
    (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event as SecurityPolicyViolationEvent;
      add(watch.violations, {
        directive: effectiveDirective,
        blocked: blockedURI,
        at: `${sourceFile ?? ''}:${lineNumber}`,
      });
    },
    true,
  );
  // A script or a picture that does not load has no message.
  listen(
    window,
    'error',
    (event) => {
      const { message, error, target } = event as ErrorEvent;
      const what = message === undefined ? `<${(target as Element).localName}> did not load` : told(error ?? message);
      add(watch.errors, what);
    },
    true,
  );
  listen(window, 'unhandledrejection', (event) => add(watch.errors, told((event as PromiseRejectionEvent).reason)));
  const levels = ['warn', 'error'] as const;
  for (let at = 0; at < levels.length; at++) {
    const level = levels[at]!;
    const real = console[level];
    defineProperty(console, level, {
      value(...words: unknown[]) {
        let line: string = level;
        for (let n = 0; n < words.length; n++) line += ` ${told(words[n])}`;
        add(watch.complaints, line);
        real.call(console, line);
      },
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return watch;
}
