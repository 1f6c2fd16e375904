import type { ConsentGround, Opinion } from '@muster/decision/events';
import type { Arc } from './arc.ts';
import type { Barrier } from './events.ts';

/** A barrier in one sentence, with the grounds found among the uses of one line in one period. */
export function barrierWords(barrier: Barrier, here: readonly Arc[], opinion: Opinion | undefined): string {
  const line = here[0]?.line;
  const barred = here.filter((a) => a.obstacles.some((o) => o.barrier === barrier));
  switch (barrier) {
    case 'distance':
      return `People of ${new Set(barred.map((a) => a.lenderId)).size} lenders cannot be there in time.`;
    case 'reserve':
      return 'Lenders keep at home the reserve they named.';
    case 'review': {
      const conditions = opinion?.conditions.filter((c) => line && c.lineIds.includes(line.lineId)) ?? [];
      return `Counsel's condition holds: ${conditions.map((c) => c.words).join('; ')}`;
    }
    case 'consent':
      return consentWords(barred);
    case 'skill':
      return `The other people offered do not have the skill "${line?.skillId}".`;
    case 'authority':
      return `These people have no authority for the task: ${grounds(barred, 'authority')}.`;
  }
}

const grounds = (arcs: readonly Arc[], barrier: Barrier): string =>
  [...new Set(arcs.flatMap((a) => a.obstacles.filter((o) => o.barrier === barrier).map((o) => o.words)))].join('; ');

const groundWords: Record<ConsentGround, string> = {
  refused: 'refused',
  lapsed: 'silent to the last day',
  unanswered: 'not answered yet',
  withdrawn: 'withdrawn',
  task: 'excluding this task',
  place: 'excluding this place',
  status: 'excluding this status',
  delegation: 'for people with a delegation only',
  dates: 'for part of the time only',
  notSought: 'never sought',
};

/** How many lenders' consents lack, by ground; what remains is that the others granted fewer than were asked. */
function consentWords(barred: readonly Arc[]): string {
  const parts = Object.entries(groundWords).flatMap(([ground, words]) => {
    const lenders = new Set(barred.filter((a) => a.obstacles.some((o) => o.ground === ground)).map((a) => a.lenderId));
    return lenders.size > 0 ? [`${lenders.size} ${words}`] : [];
  });
  return `Of the consents needed: ${[...parts, 'the rest for fewer people than this line lacks'].join(', ')}.`;
}
