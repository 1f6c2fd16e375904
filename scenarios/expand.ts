import { type CommandName, catalogue, type GivenCommand } from '@muster/flow';
import type { CommandId, Instant, PartyId, PersonId } from '@muster/terms';
import { z } from 'zod';
import type { LoadedScenario } from './load.ts';
import type { Step } from './schema.ts';
import type { AnswerRow, PoolRow } from './tables.ts';

/** The commands of a step that gives commands; a table gives one a row or a lender. */
export function stepCommands(scenario: LoadedScenario, step: Step): readonly GivenCommand[] {
  const { requestId } = scenario;
  switch (step.step) {
    case 'command': {
      const { id, at, by, name, data } = step;
      return [{ commandId: id, name, at, by, data: takesRequest(name) ? { requestId, ...data } : data }];
    }
    case 'seek': {
      const { id, at, by, data } = step;
      const lenders = scenario.lenders.get(step.lenders)?.map(({ partyId, people }) => ({ partyId, people }));
      return [{ commandId: id, name: 'SeekConsents', at, by, data: { requestId, lenders, ...data } }];
    }
    case 'offer':
      return offers(scenario.pools.get(step.pools) ?? [], step.id, step.at, requestId);
    case 'answer':
      return (scenario.answers.get(step.answers) ?? []).flatMap((row) => answer(row, step.id, requestId));
    default:
      return [];
  }
}

/** Whether a command is about one request; a past deployment is about none. */
function takesRequest(name: CommandName): boolean {
  const { data } = catalogue[name];
  return !(data instanceof z.ZodObject) || 'requestId' in data.shape;
}

const idFor = (stepId: string, ...parts: string[]): CommandId =>
  [stepId, ...parts.map((p) => p.toLowerCase().replace(/[^a-z0-9]+/g, '-'))].join('-') as CommandId;

/** Whoever speaks for a party in an office; scenarios name offices, never people. */
const office = (partyId: string, role: 'lenderCoordinator' | 'consentingOfficial') => ({
  personId:
    `per_${partyId.toLowerCase().replaceAll('.', '-')}-${role === 'lenderCoordinator' ? 'coordinator' : 'official'}` as PersonId,
  partyId: partyId as PartyId,
  role,
});

function offers(rows: readonly PoolRow[], stepId: string, at: Instant, requestId: string): GivenCommand[] {
  const lenders = new Map<string, PoolRow[]>();
  for (const row of rows) lenders.set(row.lenderId, [...(lenders.get(row.lenderId) ?? []), row]);
  return [...lenders].map(([lenderId, mine]) => ({
    commandId: idFor(stepId, lenderId),
    name: 'OfferPools',
    at,
    by: office(lenderId, 'lenderCoordinator'),
    data: {
      requestId,
      lenderId,
      reserve: mine[0]?.reserve,
      reserveSource: sourceOf(mine[0]),
      pools: mine.map((r) => ({
        poolId: r.poolId,
        skillId: r.skillId,
        people: r.people,
        kinds: [{ statusId: r.statusId, delegationIds: r.delegationIds ?? [] }],
        placeId: r.placeId,
        readyDays: r.readyDays,
        personDayCents: r.personDayCents,
        source: sourceOf(r),
      })),
    },
  }));
}

const sourceOf = (row: Pick<PoolRow, 'sourceKind' | 'source'> | undefined) =>
  row && { kind: row.sourceKind, words: row.source };

function answer(row: AnswerRow, stepId: string, requestId: string): GivenCommand[] {
  if (row.answer === 'silent' || !row.at) return [];
  const { at, partyId, capacity, words, people, reason, onlyTaskIds, barredTaskIds, recallNoticeDays } = row;
  const period = row.fromOn && row.toOn ? { fromOn: row.fromOn, toOn: row.toOn } : undefined;
  const which = { requestId, capacity, partyId, words, source: sourceOf(row) };
  const conditions = { onlyTaskIds, barredTaskIds, period, recallNoticeDays };
  return [
    {
      commandId: idFor(stepId, partyId, capacity),
      at,
      by: office(partyId, 'consentingOfficial'),
      ...(row.answer === 'grant'
        ? { name: 'GrantConsent', data: { ...which, people, conditions: present(conditions) } }
        : { name: 'RefuseConsent', data: { ...which, reason: reason ?? 'noReasonGiven' } }),
    },
  ];
}

const present = (o: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined));
