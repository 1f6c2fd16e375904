export { carryOut, type Means } from './carry-out.ts';
export * from './catalogue.ts';
export {
  type Answer,
  type BoundCommand,
  bindCommand,
  commandBody,
  decideCommand,
  type GivenCommand,
} from './decide-command.ts';
export * from './facts.ts';
export * from './follow-open.ts';
export { followUps, typesFollowed } from './follow-ups.ts';
export * from './lapse-silent.ts';
export * from './old-events/as-known.ts';
export * from './old-events/known-record.ts';
export * from './people/door.ts';
export * from './people/person-keys-port.ts';
export * from './people/read-person.ts';
export * from './plan-request.ts';
export * from './record-port.ts';
export * from './remind-silent.ts';
export * from './views/contributions.ts';
export * from './views/directory.ts';
export * from './views/orders-board.ts';
export * from './views/outcome.ts';
export * from './views/outcome-schema.ts';
export * from './views/request-board.ts';
export * from './views/sight.ts';
export * from './views/story.ts';
export * from './views/what-if.ts';
export * from './views/what-if-schema.ts';
