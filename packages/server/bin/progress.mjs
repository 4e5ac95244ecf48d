import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Seconds between two signs of life where nobody watches, in a log. */
const quiet = 10;

/** A line for the person at the terminal. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a command and shows how long it takes: a spinner on a terminal, a line now and then in a log. What the command
 * says is shown only where it fails; then the process ends with 1.
 *
 * @param {string} doing what happens, for a person
 * @param {string} done what has happened, one word
 * @param {string} cwd the folder to run in
 * @param {{ command: string, args: string[], shell?: boolean }} what the command
 */
export function runStep(doing, done, cwd, { command, args, shell = false }) {
  return new Promise((resolve) => {
    const began = performance.now();
    const seconds = () => Math.round((performance.now() - began) / 1000);
    const watched = process.stdout.isTTY;
    let ticks = 0;
    const show = () => {
      ticks++;
      if (watched) process.stdout.write(`\r  ${frames[ticks % frames.length]} ${doing} … ${seconds()} s `);
      else say(`  ${doing} … ${seconds()} s`);
    };
    if (!watched) say(`  ${doing} …`);
    const timer = setInterval(show, watched ? 100 : quiet * 1000);

    let output = '';
    const keep = (piece) => {
      // The end is what explains a failure.
      output = (output + piece).slice(-8_000);
    };
    const child = spawn(command, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const end = () => {
      child.kill();
      process.exit(1);
    };
    process.once('SIGTERM', end);
    const finish = (problem) => {
      process.removeListener('SIGTERM', end);
      clearInterval(timer);
      if (watched) process.stdout.write('\r\x1b[K');
      if (problem === undefined) {
        say(`  ✓ ${done} in ${seconds()} s`);
        resolve();
        return;
      }
      process.stderr.write(`${output.trim()}\n`);
      console.error(`npm start: ${doing.toLowerCase()} failed (${problem}).`);
      process.exit(1);
    };
    child.once('error', (error) => finish(error.message));
    child.once('close', (code, signal) => finish(code === 0 ? undefined : (signal ?? `code ${code}`)));
  });
}
