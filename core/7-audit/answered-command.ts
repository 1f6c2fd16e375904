import type { CommandId } from '@muster/terms';

/** A command as a record holds it: what was asked, what was answered, and the events it left. */
export interface AnsweredCommand {
  readonly commandId: CommandId;
  /** The canonical text that the record keeps: name, who gives it, data. Undefined where the record has lost it. */
  readonly body: string | undefined;
  readonly answer: string | undefined;
  /** Its events' exact texts, in the order of the log; none where only the answer was kept. */
  readonly events: readonly string[];
  /** The number of its first event in the log, counted from 0. */
  readonly firstLeaf: number;
}
