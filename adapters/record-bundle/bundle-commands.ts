import type { AnsweredCommand } from '@muster/audit';
import type { CommandId } from '@muster/terms';
import { type CommandLine, ownMark, readOwnLine } from './bundle-lines.ts';
import type { DecidedOrder } from './decided-order.ts';
import { readLines } from './read-lines.ts';

/** A command of a bundle as it was told there. */
export interface BundleCommand extends AnsweredCommand {
  readonly body: string;
  readonly answer: string;
  readonly seq: readonly number[];
  readonly recordedAt: readonly string[];
}

/** Every command of a bundle that was found whole, in the order of the log; those without events come last. */
export async function* bundleCommands(file: string, onBytes?: (read: number) => void): AsyncGenerator<BundleCommand> {
  let open: { readonly said: CommandLine; readonly events: string[]; readonly firstLeaf: number } | undefined;
  let leaves = 0;
  for await (const lines of readLines(file, onBytes)) {
    for (const { bytes } of lines) {
      if (bytes.toString('latin1', 0, ownMark.length) !== ownMark) {
        open?.events.push(bytes.toString('utf8'));
        leaves++;
        continue;
      }
      if (open) yield commandOf(open);
      open = undefined;
      const said = readOwnLine(bytes.toString('utf8'));
      if (typeof said === 'object' && said.bundle === 'command') open = { said, events: [], firstLeaf: leaves };
    }
  }
}

const commandOf = ({ said, ...told }: { said: CommandLine; events: string[]; firstLeaf: number }): BundleCommand => {
  const { id, body, answer, seq, recordedAt } = said;
  return { commandId: id as CommandId, body, answer, seq, recordedAt, ...told };
};

/** The same in the order in which they were decided. What must wait for one behind it in the log is kept meanwhile. */
export async function* inDecidedOrder(
  commands: AsyncIterable<BundleCommand>,
  order: DecidedOrder,
): AsyncGenerator<BundleCommand> {
  const least = order.leastFrom();
  const waiting: BundleCommand[] = [];
  let n = 0;
  for await (const command of commands) {
    if (command.seq.length === 0) {
      yield command;
      continue;
    }
    n++;
    const place = waiting.findLastIndex((other) => seqOf(other) < seqOf(command));
    waiting.splice(place + 1, 0, command);
    while (waiting[0] && seqOf(waiting[0]) < (least[n] as number)) yield waiting.shift() as BundleCommand;
  }
  yield* waiting;
}

const seqOf = ({ seq }: BundleCommand): number => seq[0] as number;
