import { halfCommitted, heldByTheWithdrawn, overCommitted } from './commitments.ts';
import { answerLie, namerLie, opinionLie, reminderLie, speakerLie } from './consents.ts';
import { notAsked, unshownLoss } from './follow-ups.ts';
import type { Lie } from './lie.ts';
import { notFrozen, planLie } from './plans.ts';
import { type KnownEvent, requestOf, type Story } from './story.ts';

/** Looks on while a record is written, and holds every event against what must always be true. */
export interface Watch {
  /** The first lie among events that follow those seen before; what one command writes is seen together. */
  see(events: Story): Lie | undefined;
  /** What must be true once all that follows from what was recorded has followed. */
  settled(): Lie | undefined;
}

/**
 * Reads the events alone, without the deciders' own code, so that a fault of theirs cannot hide itself.
 */
export function watch(): Watch {
  const all: KnownEvent[] = [];
  const standIns: KnownEvent[] = [];
  /** By request: its events, and those that say who stands in, in their order. */
  const about = new Map<string, KnownEvent[]>();

  function take(event: KnownEvent): readonly KnownEvent[] {
    all.push(event);
    const requestId = requestOf(event);
    if (requestId !== undefined) {
      const mine = about.get(requestId) ?? [...standIns];
      about.set(requestId, mine);
      mine.push(event);
      return mine;
    }
    if (!event.stream.startsWith('standins/')) return all;
    standIns.push(event);
    for (const mine of about.values()) mine.push(event);
    return standIns;
  }

  return {
    see(events) {
      for (const event of events as readonly KnownEvent[]) {
        const lie = lieOf(event, take(event)) ?? overCommitted(event, all);
        if (lie) return located(lie, event);
      }
      for (const event of events as readonly KnownEvent[]) {
        const lie = halfCommitted(event, all);
        if (lie) return located(lie, event);
      }
      return undefined;
    },
    settled() {
      for (const mine of about.values()) {
        const lie = unshownLoss(mine) ?? notAsked(mine);
        if (lie) return lie;
      }
      return heldByTheWithdrawn(all);
    },
  };
}

/** The first lie of a whole story. */
export function findLie(story: Story): Lie | undefined {
  const onlooker = watch();
  return onlooker.see(story) ?? onlooker.settled();
}

const located = ({ truth, words }: Lie, { stream, position, fact }: KnownEvent): Lie => ({
  truth,
  words: `${stream} ${position}, ${fact.type}: ${words}`,
});

function lieOf(event: KnownEvent, seen: readonly KnownEvent[]): Lie | undefined {
  const { fact } = event;
  switch (fact.type) {
    case 'OpinionGiven':
      return opinionLie(event, seen);
    case 'ConsentGranted':
      return answerLie(event, seen) ?? speakerLie(event, seen, fact.data.people);
    case 'ConsentRefused':
      return answerLie(event, seen) ?? speakerLie(event, seen, 0);
    case 'ConsentWithdrawn':
      return speakerLie(event, seen, 0);
    case 'ConsentReminded':
      return reminderLie(event, seen);
    case 'StandInNamed':
      return namerLie(event);
    case 'PlanProposed':
    case 'PlanRevised':
      return planLie(fact.data, seen);
    case 'PlanCommitted':
      return planLie(fact.data, seen) ?? notFrozen(fact.data, seen);
    default:
      return undefined;
  }
}
