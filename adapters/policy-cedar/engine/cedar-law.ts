import type { AuthorityQuestion, LawPort, Verdict } from '@muster/decision';
import type { Day } from '@muster/terms';
import type { CompiledPack } from '../compile-pack.ts';
import { askCedar } from './ask-cedar.ts';
import { prepareSchema } from './prepare.ts';
import { type StatusLaw, statusLaw } from './status-law.ts';
import { forceDays, sliceOn, timeSlices } from './time-slice.ts';
import { verdictOf } from './verdict-of.ts';

/** Answers questions of law by a pack's Cedar policies, each class of question once. */
export function cedarLaw({ heading, terms, schema, policies }: CompiledPack): LawPort {
  const pack = `${heading.id} ${heading.version}`;
  const schemaId = prepareSchema(schema);
  // A plan asks about few days and statuses: the law of each is made ready when first asked.
  const slices = timeSlices(policies).map((slice) => ({ ...slice, laws: new Map<string, StatusLaw>() }));
  const sliceByDay = new Map<Day, (typeof slices)[number] | undefined>();
  const silence = verdictOf([], [], pack);

  /** A word the pack doesn't know is no ground for a yes, even where no rule looks at it. */
  function lawFor({ statusId, on }: AuthorityQuestion): StatusLaw | undefined {
    let slice = sliceByDay.get(on);
    if (slice === undefined) {
      slice = sliceOn(slices, on);
      sliceByDay.set(on, slice);
    }
    if (slice === undefined) return undefined;
    const before = slice.laws.get(statusId);
    if (before || !terms.statuses.has(statusId)) return before;
    const law = statusLaw(slice, statusId, terms);
    slice.laws.set(statusId, law);
    return law;
  }

  function verdict(question: AuthorityQuestion): Verdict {
    const law = lawFor(question);
    const key = law?.keyOf(question);
    if (law === undefined || key === undefined) return silence;
    const before = law.answered.get(key);
    if (before !== undefined) return before;
    const answer = ask(law, question);
    law.answered.set(key, answer);
    return answer;
  }

  function ask({ policies: able, policySetId }: StatusLaw, question: AuthorityQuestion): Verdict {
    const sovereignId = terms.places.get(question.placeId)?.sovereignId;
    if (policySetId === undefined || sovereignId === undefined) return silence;
    const ids = new Set(askCedar({ question, sovereignId, policySetId, schemaId }));
    const applying = able.filter(({ deciding }) => ids.has(deciding.policyId));
    return verdictOf(applying, terms.capacities.keys(), pack);
  }

  return { pack, terms, verdict, turningDays: forceDays(policies) };
}
