import type { Organisation } from '@muster/directory';
import type { HeldRole } from '@muster/flow';
import type { PartyId } from '@muster/terms';

interface DirectoryShown {
  readonly keeperId: PartyId | null;
  readonly organisations: readonly Organisation[];
  readonly roles: readonly HeldRole[];
}

/** The tree of organisations, each with who holds which role there. */
export function directoryWords({ keeperId, organisations, roles }: DirectoryShown): string {
  const ids = new Set(organisations.map((o) => o.partyId));
  const isTop = ({ withinId }: Organisation) => withinId === undefined || !ids.has(withinId);
  const lines = (organisation: Organisation, depth: number): string[] => [
    `${'  '.repeat(depth)}${organisation.partyId}  ${organisation.name}${organisation.closed ? ' (closed)' : ''}`,
    ...roles
      .filter((r) => r.partyId === organisation.partyId)
      .map((r) => `${'  '.repeat(depth + 1)}- ${r.personId}: ${r.role}, ${daysWords(r)}`),
    ...organisations.filter((o) => o.withinId === organisation.partyId).flatMap((o) => lines(o, depth + 1)),
  ];
  const kept =
    keeperId === null
      ? 'Nobody keeps the directory: everybody is believed, as in an exercise.'
      : `${keeperId} keeps the directory.`;
  return [kept, '', ...organisations.filter(isTop).flatMap((o) => lines(o, 0))].join('\n');
}

const daysWords = ({ fromOn, toOn, held }: HeldRole): string =>
  `${held ? 'since' : 'not held today: from'} ${fromOn}${toOn === undefined ? '' : `, until before ${toOn}`}`;
