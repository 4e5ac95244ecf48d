/**
 * Tells on standard error what goes on: in a terminal one line that is written over, elsewhere a line a message, at most
 * one a second, so that a log stays readable. Standard output is left to the result.
 */
export function startProgress(title: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  return {
    tell(what) {
      const now = performance.now();
      const line = `[${title} ${((now - started) / 1_000).toFixed(0).padStart(4)} s] ${what}`;
      if (stream.isTTY) stream.write(`\r\u001b[2K${line.slice(0, stream.columns - 1)}`);
      else if (now - last > 1_000) {
        stream.write(`${line}\n`);
        last = now;
      }
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[2K');
    },
  };
}

export interface Progress {
  /** What is being done now, in a few words. */
  tell(what: string): void;
  /** Clears the line. */
  end(): void;
}
