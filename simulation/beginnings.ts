import type { LawPort } from '@muster/decision';
import { type Append, carryOut, type RecordPort } from '@muster/flow';
import { openMemoryRecord } from '@muster/record-memory';
import type { Day, Instant, Recorded } from '@muster/terms';
import { commandOf, sourcing } from './parties/command.ts';
import { consents, type Deed, lenders, requestIds } from './parties/deed.ts';
import { planGreedily } from './parties/greedy-plan.ts';
import { type Chance, chanceFrom } from './world/chance.ts';

export const firstDay = '2025-05-01' as Day;

/**
 * A beginning that gets somewhere: asked, reviewed, sought, answered, offered, planned. Where all are generous, two requests want
 * more of the same people than there are.
 */
function drawBeginning(chance: Chance, generous: boolean): Deed[] {
  const standIns = lenders.filter(() => chance.often(0.25));
  const people = () => (generous ? 12 : chance.whole(1, 12));
  const most = (share: number) => generous || chance.often(share);
  return [
    { do: 'draft' },
    { do: 'submit' },
    { do: 'derive' },
    { do: 'opine', cap: chance.often(0.2) ? people() : undefined, speaker: 'counsel' },
    { do: 'seek', lenders },
    ...standIns.map((lender): Deed => {
      return { do: 'nameStandIn', lender, namer: 'official', named: 'deputy', days: 20, mostPeople: undefined };
    }),
    ...lenders.flatMap((lender): Deed[] =>
      most(0.85) ? [{ do: 'offer', lender, people: generous ? 8 : people(), reserve: chance.whole(0, 3) }] : [],
    ),
    ...consents.flatMap((consent): Deed[] => {
      const speaker = standIns.some((lender) => lender === consent.partyId) ? 'deputy' : 'official';
      return most(0.8) ? [{ do: 'grant', consent, speaker, people: people(), bars: undefined }] : [];
    }),
    { do: 'plan', careless: [] },
  ];
}

const made = new WeakMap<LawPort, Map<number, Promise<readonly Append[]>>>();

/**
 * What the record holds when a life begins: most of a life's price is its beginning, so there are some to choose from, each
 * carried out once by the real acts and then written again, append by append, for every life that begins with it.
 */
export function beginningOf(number: number, law: LawPort): Promise<readonly Append[]> {
  const ofLaw = made.get(law) ?? new Map<number, Promise<readonly Append[]>>();
  made.set(law, ofLaw);
  const before = ofLaw.get(number) ?? carryOutBeginning(number, law);
  ofLaw.set(number, before);
  return before;
}

async function carryOutBeginning(number: number, law: LawPort): Promise<readonly Append[]> {
  const record = openMemoryRecord();
  const appends: Append[] = [];
  const noting: RecordPort = {
    ...record,
    append: async (append) => {
      appends.push(append);
      return record.append(append);
    },
  };
  const means = { record: noting, law };
  const at = `${firstDay}T08:00:00Z` as Instant;
  for (const [r, requestId] of requestIds.entries()) {
    const chance = chanceFrom(number).apart(requestId);
    // Some lives begin in the midst of asking: what is tried out of turn is then often the very next thing.
    const begun = chance.often(0.65) ? undefined : chance.whole(0, 14);
    for (const [i, deed] of drawBeginning(chance, number % 3 === 0)
      .slice(0, begun)
      .entries()) {
      const commandId = `cmd_begin-${r}-${i}` as never;
      if (deed.do === 'plan') {
        const chosen = { planId: `pln_begin-${r}`, orderOn: '2025-05-20', travelKmPerDay: 2000 };
        await planGreedily(means, { commandId, at, by: sourcing, requestId, ...chosen } as never, deed.careless);
      } else {
        const story: Recorded[] = [...(await record.tail(undefined, 10_000)).events];
        const known = { id: `begin-${r}-${i}`, today: firstDay, story };
        await carryOut(means, { commandId, at, ...commandOf(deed, requestId, known) });
      }
    }
  }
  return appends;
}
