import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a command to its end and gives its exit code, as a shell counts it (128 + signal).
 *
 * Whoever stops us stops the child: we pass the signal on and wait. Ctrl-C is the exception, since the
 * terminal sends it to the child itself, and a second one would mean "at once".
 */
export async function runChild(command, args, options) {
  const child = spawn(command, args, options);
  const passOn = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const killNow = () => child.kill('SIGKILL');
  for (const signal of stops) process.on(signal, passOn);
  process.on('exit', killNow);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    });
  } finally {
    for (const signal of stops) process.off(signal, passOn);
    process.off('exit', killNow);
  }
}
