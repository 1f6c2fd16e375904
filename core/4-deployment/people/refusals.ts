import type { LawPort } from '@muster/decision/events';
import { type Actor, type Fault, type Refusal, refuse } from '@muster/terms';
import type { SealedPerson, Whose } from './person-data.ts';
import type { ServingPerson } from './state.ts';

/** Only the lender's own coordinator. Said before anything is looked up, so that nobody else learns whether there is such a person. */
export function notYours(by: Actor, { lenderId }: Whose, asked: string): Refusal | undefined {
  if (by.partyId === lenderId) return undefined;
  return refuse('DEPLOYMENT_PERSON_NOT_YOURS', {
    asked,
    why: `People who serve for ${lenderId} are noted, read and erased by its own coordinator, and you act for ${by.partyId}.`,
    allowed: `Ask the coordinator of ${lenderId}.`,
  });
}

/** Why nothing can be done with a person as noted; undefined when they are. */
export function notNoted({ status }: ServingPerson, asked: string): Refusal | undefined {
  if (status === 'erased') return erased(asked);
  if (status === 'noted') return undefined;
  return refuse('DEPLOYMENT_PERSON_UNKNOWN', {
    asked,
    why: 'No such person is noted for this lender.',
    allowed: 'Note the person first, or give the id under which they were noted.',
  });
}

export const erased = (asked: string): Refusal =>
  refuse('DEPLOYMENT_PERSON_ERASED', {
    asked,
    why: 'The person has been erased: their key is destroyed, and what was sealed with it can be read by nobody.',
    allowed: 'Nothing more can be done under this id. Whoever serves again is noted anew, under an id of their own.',
  });

/** Words that the law pack does not know. */
export function unknownTerms(person: SealedPerson, { terms, pack }: LawPort, asked: string): Refusal | undefined {
  const known = (field: string, word: string, words: ReadonlyMap<string, unknown>): Fault[] =>
    words.has(word) ? [] : [{ field, problem: `names "${word}", which the law pack does not know` }];
  const faults = [
    ...known('lenderId', person.lenderId, terms.parties),
    ...person.skillIds.flatMap((id, i) => known(`skillIds.${i}`, id, terms.skills)),
    ...person.kinds.flatMap(({ statusId, delegationIds }, i) => [
      ...known(`kinds.${i}.statusId`, statusId, terms.statuses),
      ...delegationIds.flatMap((id, j) => known(`kinds.${i}.delegationIds.${j}`, id, terms.delegations)),
    ]),
  ];
  if (faults.length === 0) return undefined;
  return refuse('DECISION_TERM_UNKNOWN', {
    asked,
    why: `${faults[0]?.field} ${faults[0]?.problem}.`,
    allowed: `Use the words of the law pack ${pack}, as its terms list them.`,
    faults,
  });
}
