import { spawn } from 'node:child_process';

export interface Ran {
  /** The exit code; 127 when there is no such program, 128 when a signal ended it. */
  readonly code: number;
  /** Everything it printed, on both outputs. */
  readonly said: string;
}

/** Runs one command to its end, with `input` as its standard input. */
export function run(
  command: readonly string[],
  options: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const { input = '', ...rest } = options;
  return new Promise((settle) => {
    const child = spawn(command[0] as string, command.slice(1), { ...rest, stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    // A command that ends without reading its input breaks the pipe; its exit code says enough.
    child.stdin.on('error', () => {}).end(input);
    child.once('error', (error) => settle({ code: 127, said: `${said}${error.message}` }));
    child.once('close', (code) => settle({ code: code ?? 128, said }));
  });
}
