import type { LawTerms } from '@muster/decision';
import type { TaskId } from '@muster/terms';
import { didYouMean } from '../pack/did-you-mean.ts';
import type { PackFault } from '../pack/pack-fault.ts';
import type { PackFiles } from '../pack/pack-folder.ts';
import { readTable, type Table } from './read-table.ts';
import {
  capacityRow,
  delegationRow,
  groupRow,
  partyRow,
  placeRow,
  skillRow,
  statusRow,
  taskRow,
} from './row-schemas.ts';

/** The words of a pack: what the core sees of them, and the groups of tasks that rules may name. */
export interface PackTerms extends LawTerms {
  /** Each group of tasks, and the wider group it lies within. */
  readonly groups: ReadonlyMap<string, string | undefined>;
  /** The group each task lies within. */
  readonly groupOf: ReadonlyMap<TaskId, string>;
}

/** The act of taking up a status, asked about like a task; so no task may bear its name. */
export const holdAction = 'hold';

/** Reads `terms/*.yaml`, and checks that what they name of each other is there. */
export function readTerms(files: PackFiles, faults: PackFault[]): PackTerms {
  const parties = readTable(files, 'terms/parties.yaml', 'parties', partyRow, (r) => r.partyId, faults);
  const places = readTable(files, 'terms/places.yaml', 'places', placeRow, (r) => r.placeId, faults);
  const groups = readTable(files, 'terms/tasks.yaml', 'groups', groupRow, (r) => r.groupId, faults);
  const tasks = readTable(files, 'terms/tasks.yaml', 'tasks', taskRow, (r) => r.taskId, faults);
  const statuses = readTable(files, 'terms/statuses.yaml', 'statuses', statusRow, (r) => r.statusId, faults);
  const delegations = readTable(
    files,
    'terms/delegations.yaml',
    'delegations',
    delegationRow,
    (r) => r.delegationId,
    faults,
  );
  const skills = readTable(files, 'terms/skills.yaml', 'skills', skillRow, (r) => r.skillId, faults);
  const capacities = readTable(files, 'terms/capacities.yaml', 'capacities', capacityRow, (r) => r.capacity, faults);

  mustName(parties, (r) => r.sovereignId, parties, 'party', faults);
  mustName(parties, (r) => r.placeId, places, 'place', faults);
  mustName(places, (r) => r.sovereignId, parties, 'party', faults);
  mustName(groups, (r) => r.within, groups, 'group', faults);
  mustName(tasks, (r) => r.within, groups, 'group', faults);
  mustName(capacities, (r) => (r.resolves === 'party' ? r.partyId : undefined), parties, 'party', faults);
  for (const taskId of tasks.rows.keys()) {
    if (taskId !== holdAction && !groups.rows.has(taskId)) continue;
    faults.push({ file: tasks.file, ...tasks.lineOf(taskId), problem: `"${taskId}" already names something else.` });
  }
  for (const table of [parties, places, tasks, statuses]) {
    if (table.rows.size === 0 && table.sound)
      faults.push({ file: table.file, problem: 'A law pack needs at least one of these.' });
  }

  return {
    parties: parties.rows,
    places: places.rows,
    tasks: tasks.rows,
    statuses: statuses.rows,
    delegations: delegations.rows,
    skills: skills.rows,
    capacities: capacities.rows,
    groups: new Map([...groups.rows].map(([id, row]) => [id, row.within])),
    groupOf: new Map([...tasks.rows].flatMap(([id, row]) => (row.within === undefined ? [] : [[id, row.within]]))),
  };
}

function mustName<Row>(
  table: Table<string, Row>,
  nameOf: (row: Row) => string | undefined,
  other: Table<string, unknown>,
  noun: string,
  faults: PackFault[],
): void {
  for (const [id, row] of table.rows) {
    const name = nameOf(row);
    if (name === undefined || other.rows.has(name) || !other.sound) continue;
    const problem = `"${id}" names the ${noun} "${name}", which ${other.file} does not list.`;
    faults.push({ file: table.file, ...table.lineOf(id), problem, ...didYouMean(name, other.rows.keys()) });
  }
}
