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
  const watch = watchNpm(() => child.kill('SIGTERM'));
  for (const signal of stops) process.on(signal, passOn);
  process.on('exit', killNow);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    });
  } finally {
    clearInterval(watch);
    for (const signal of stops) process.off(signal, passOn);
    process.off('exit', killNow);
  }
}

/** An npm that is killed cannot say so: its death is seen by our having another parent. */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onGone();
  }, 500);
  return watch;
}
