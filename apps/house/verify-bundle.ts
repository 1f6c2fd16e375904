import { openReplay, type ReplayReport } from '@muster/audit';
import type { LawPort } from '@muster/decision/events';
import type { VerifierKey } from '@muster/log';
import { faultText, loadPackFiles } from '@muster/policy-cedar';
import { type BundleReport, bundleCommands, checkBundle, inDecidedOrder } from '@muster/record-bundle';
import { program } from './under-law.ts';

export interface VerifyBundle {
  readonly file: string;
  /** The log's key as its owner publishes it. */
  readonly key?: VerifierKey | undefined;
  readonly witnesses?: readonly VerifierKey[];
  /** False leaves out deciding everything again. */
  readonly replay: boolean;
  /** By which law to decide again what was decided before any law stood in the record. */
  readonly lawBefore?: LawPort | undefined;
  /** Told how much of the file is read, of two readings where it is decided again. */
  readonly onProgress?: (bytes: number, words: 'checking' | 'deciding again') => void;
}

/**
 * What came of verifying a bundle. It holds when nothing at all is wrong and everything was decided again; `holdsInPart`
 * when nothing is wrong and this program could not judge all of it.
 */
export interface Verification {
  readonly outcome: 'holds' | 'holdsInPart' | 'doesNotHold';
  readonly report: BundleReport;
  /** Absent where it was left out, or the bundle is not what was signed, so that deciding on it would say nothing. */
  readonly replay?: ReplayReport;
}

/** Verifies a bundle with no network and no database: what was signed, whether this is it, and whether it was lawful. */
export async function verifyBundle(options: VerifyBundle): Promise<Verification> {
  const { file, key, witnesses = [], onProgress = () => {} } = options;
  const report = await checkBundle(file, { key, witnesses, onProgress: (bytes) => onProgress(bytes, 'checking') });
  if (report.faults.length > 0) return { outcome: 'doesNotHold', report };
  if (!options.replay) return { outcome: 'holds', report };
  const replay = openReplay({ readLaw, lawBefore: options.lawBefore, program });
  const commands = bundleCommands(file, (bytes) => onProgress(bytes, 'deciding again'));
  for await (const command of inDecidedOrder(commands, report.order)) {
    await (command.events.length > 0 ? replay.next(command) : replay.silent(command));
  }
  const decided = replay.report();
  const sound = decided.undecided.length > 0 ? 'holdsInPart' : 'holds';
  return { outcome: decided.findings.length > 0 ? 'doesNotHold' : sound, report, replay: decided };
}

/** The law pack whose texts the record holds, if this program can read it. */
function readLaw({
  pack,
  files,
}: {
  pack: string;
  files: readonly { path: string; text: string }[];
}): LawPort | string {
  const read = loadPackFiles(new Map(files.map(({ path, text }) => [path, text])));
  if (read.outcome === 'loaded') return read.law;
  return `this Muster cannot read the law pack ${pack} that stood then: ${read.faults.slice(0, 3).map(faultText).join('; ')}`;
}
