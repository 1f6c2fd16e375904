import { exitCodes } from './fault.ts';

/**
 * Keeps a program sane when what it prints can go nowhere: a reader that has read enough (`| head -1`) is no failure,
 * a full disk is one, in one sentence.
 */
export function mindOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') return;
      process.exitCode = exitCodes.storage;
      const why = code === 'ENOSPC' ? 'there is no space where it goes' : message;
      if (stream === process.stdout) process.stderr.write(`What was to be printed could not be written: ${why}.\n`);
    });
  }
}
