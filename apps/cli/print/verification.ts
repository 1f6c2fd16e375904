import type { Verification } from '@muster/house';
import { base64Of, verifierKeyText } from '@muster/log';
import { count } from './text.ts';

/** How many faults are shown; the rest are counted. */
const mostShown = 50;

/** What came of verifying a bundle, in plain sentences. */
export function printVerification(verification: Verification): string {
  const { outcome, report, replay } = verification;
  const faults = [...report.faults.map((f) => f.words), ...(replay?.findings ?? []).map((f) => f.words)];
  const more = Math.max(0, faults.length - mostShown) + report.moreFaults;
  const lines =
    outcome !== 'doesNotHold'
      ? [headline(verification), '', ...checks(verification)]
      : [
          `It does not hold: ${count(faults.length + report.moreFaults)} ${faults.length === 1 ? 'fault' : 'faults'}.`,
          '',
          ...faults.slice(0, mostShown).map((words) => `  ${words}`),
        ];
  if (more > 0) lines.push(`  and ${count(more)} more.`);
  const notes = notesOf(verification);
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function headline(verification: Verification): string {
  const { outcome, report, replay } = verification;
  if (outcome === 'holds') return `It holds. ${whatHolds(verification)}`;
  const { events } = undecidedIn(replay);
  return `It holds in part. This is the record "${report.header?.origin}" up to ${count(report.events)} events, as its log signed it. Of ${count(events)} of them this Muster cannot say whether they are what the rules and the law of their time give.`;
}

/** How many events and commands this program could not judge. */
function undecidedIn(replay: Verification['replay']) {
  const undecided = replay?.undecided ?? [];
  return {
    events: undecided.reduce((sum, one) => sum + one.events, 0),
    commands: new Set(undecided.map((one) => one.commandId)).size,
  };
}

function whatHolds({ report: { header, events }, replay }: Verification): string {
  const lawful = replay ? ', and every event is what the rules and the law of its time give' : '';
  return `This is the record "${header?.origin}" up to ${count(events)} events, as its log signed it${lawful}.`;
}

function checks({ report, replay }: Verification): string[] {
  const { checkpoint, signedBy, events, streams, commands, silent, sealed } = report;
  const signers = signedBy.map(({ key, signedAtSeconds }) =>
    signedAtSeconds === undefined
      ? key.name
      : `${key.name} (witness, ${new Date(1000 * signedAtSeconds).toISOString()})`,
  );
  const left = undecidedIn(replay);
  return [
    `  signature  the checkpoint was signed by ${signers.join(', ')}`,
    `  tree       ${count(events)} leaves make up the root that was signed, ${checkpoint ? base64Of(checkpoint.root) : ''}`,
    `  events     each text has the hash stated for it`,
    `  chains     in ${count(streams)} streams every event follows the one before it`,
    `  commands   ${count(commands + silent)}, with their answers${sealed ? ', sealed by the log' : ''}`,
    replay
      ? `  replay     ${count(replay.commands - left.commands)} commands decided again, and ${count(replay.events - left.events)} events come out the same, byte for byte`
      : '  replay     left out: whether the events were lawful was not looked at',
    ...(left.commands > 0
      ? [`  undecided  ${count(left.events)} events, of ${count(left.commands)} commands, as said below`]
      : []),
  ];
}

function notesOf({ report, replay, outcome }: Verification): string[] {
  const notes: string[] = [];
  const [own] = report.header?.keys ?? [];
  if (report.keyFrom === 'bundle' && own) {
    notes.push(
      `The log's key was taken from the bundle itself: ${own.verifierKey}. Compare it with the one its owner publishes, or say --key.`,
    );
  }
  if (outcome !== 'doesNotHold' && !report.sealed) {
    notes.push(
      'The bundle is not sealed: answers, and commands without events, are the word of whoever wrote the file.',
    );
  }
  if (report.faults.length > 0) notes.push('Nothing was decided again, since this is not what was signed.');
  const displaced = report.order.displaced();
  if (displaced > 0) {
    notes.push(
      `${count(displaced)} commands were decided before some that stand before them in the log, as where servers write at the same time.`,
    );
  }
  const undecided = replay?.undecided ?? [];
  const further =
    undecided.length > mostShown ? [`And ${count(undecided.length - mostShown)} more were not decided.`] : [];
  return [
    ...notes,
    ...undecided.slice(0, mostShown).map((one) => one.words),
    ...further,
    ...(replay?.notes ?? []).slice(0, mostShown).map((note) => note.words),
  ];
}

/** The same for programs. */
export const verificationJson = (file: string, { outcome, report, replay }: Verification) => ({
  file,
  holds: outcome === 'holds',
  origin: report.header?.origin ?? null,
  size: report.events,
  root: report.checkpoint ? base64Of(report.checkpoint.root) : null,
  signedBy: report.signedBy.map(({ key, signedAtSeconds }) => ({
    key: verifierKeyText(key),
    ...(signedAtSeconds === undefined ? {} : { signedAtSeconds }),
  })),
  keyFrom: report.keyFrom,
  sealed: report.sealed,
  commands: report.commands + report.silent,
  streams: report.streams,
  displaced: report.order.displaced(),
  replayed: replay ? { commands: replay.commands, events: replay.events, undecided: undecidedIn(replay) } : null,
  faults: [...report.faults, ...(replay?.findings ?? [])],
  moreFaults: report.moreFaults,
  undecided: replay?.undecided ?? [],
  notes: replay?.notes ?? [],
});
