import type { AuthorityQuestion, LawPort } from '@muster/decision';
import type { Day, PlaceId, StatusId } from '@muster/terms';
import type { CompiledPack } from '../compile-pack.ts';
import { cedarLaw } from '../engine/cedar-law.ts';
import { turningDays } from '../engine/time-slice.ts';
import type { PackFault } from '../pack/pack-fault.ts';

type Cell = Omit<AuthorityQuestion, 'on'>;

/** A cell that had law, then none, then law again. */
interface Gap {
  readonly cell: Cell;
  readonly fromOn: Day;
  readonly toOn: Day;
  /** The policy with which the law came back. */
  readonly policyId: string;
}

/**
 * Walks every cell (status, one delegation or none, task, relation, host's answer) over the days on which
 * the pack changes, and tells of each that had law, lost it, and got it again. Only policies that
 * end can leave a gap, so only their statuses are walked. A gap that is meant says so: `afterGap` in provision.md.
 */
export function checkCoverage(pack: CompiledPack, faults: PackFault[]): void {
  const law = cedarLaw(pack);
  const days = turningDays(pack.policies);
  const meant = new Set(pack.provisions.filter((one) => one.afterGap !== undefined).map((one) => one.id));
  const gaps = cellsThatCanLapse(pack).flatMap((cell) => gapsOf(law, cell, days));
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = `${gap.policyId} ${gap.fromOn} ${gap.toOn}`;
    groups.set(key, [...(groups.get(key) ?? []), gap]);
  }
  for (const group of groups.values()) {
    const [gap] = group;
    const policy = pack.policies.find((one) => one.deciding.policyId === gap?.policyId);
    if (!gap || !policy || meant.has(policy.file.split('/')[0] ?? '')) continue;
    const { file, line } = policy;
    const others = group.length > 1 ? ` and ${group.length - 1} more like it` : '';
    faults.push({
      file,
      line,
      problem: `From ${gap.fromOn} until ${gap.toOn} no law speaks of ${cellText(gap.cell)}${others}, though it did before, and does again with "${gap.policyId}". If that is so, say why in afterGap of provision.md.`,
    });
  }
}

function gapsOf(law: LawPort, cell: Cell, days: readonly Day[]): Gap[] {
  const gaps: Gap[] = [];
  let spoke = false;
  let silentFrom: Day | undefined;
  for (const on of days) {
    const { kind, because } = law.verdict({ ...cell, on });
    if (kind === 'noAuthority') {
      if (spoke) silentFrom ??= on;
      continue;
    }
    const [back] = because;
    if (silentFrom !== undefined && back) gaps.push({ cell, fromOn: silentFrom, toOn: on, policyId: back.policyId });
    spoke = true;
    silentFrom = undefined;
  }
  return gaps;
}

function cellsThatCanLapse({ terms, policies }: CompiledPack): Cell[] {
  const ending = policies.filter(({ deciding }) => deciding.inForceTo !== undefined);
  const speaksOf = (statusId: StatusId) => ending.some(({ looksAt }) => (looksAt.statusId ?? statusId) === statusId);
  const statuses = [...terms.statuses.keys()].filter(speaksOf);
  const acts: AuthorityQuestion['act'][] = [
    { kind: 'hold' },
    ...[...terms.tasks.keys()].map((taskId) => ({ kind: 'task', taskId }) as const),
  ];
  const delegations = [[], ...[...terms.delegations.keys()].map((id) => [id])];
  const places = placesApart(policies, terms);
  return statuses.flatMap((statusId) =>
    delegations.flatMap((delegationIds) =>
      places.flatMap((placeId) =>
        (['home', 'away'] as const).flatMap((relation) =>
          (['given', 'refused', 'unanswered'] as const).flatMap((hostConsent) =>
            acts.map((act) => ({ statusId, delegationIds, placeId, relation, hostConsent, act })),
          ),
        ),
      ),
    ),
  );
}

/** Each place that some policy treats apart, and one that none does. */
function placesApart(policies: CompiledPack['policies'], terms: CompiledPack['terms']): PlaceId[] {
  const named = new Set(policies.flatMap(({ looksAt }) => [...looksAt.places]));
  const isNamed = ([placeId, { sovereignId }]: readonly [PlaceId, { readonly sovereignId: string }]) =>
    named.has(placeId) || named.has(sovereignId);
  const all = [...terms.places];
  const plain = all.find((one) => !isNamed(one));
  return [...all.filter(isNamed), ...(plain ? [plain] : [])].map(([placeId]) => placeId);
}

function cellText({ statusId, delegationIds, relation, hostConsent, act }: Cell): string {
  const held = delegationIds.length > 0 ? ` with ${delegationIds.join(' and ')}` : '';
  return `"${statusId}"${held}, ${act.kind === 'hold' ? 'hold' : act.taskId}, ${relation}, host ${hostConsent}`;
}
