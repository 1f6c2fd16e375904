export type { AnsweredCommand } from './answered-command.ts';
export type { Finding, FindingKind, Note, Undecided, UndecidedKind } from './finding.ts';
export type { ReadLaw } from './law-in-use.ts';
export { openReplay, type Replay, type ReplayReport } from './replay.ts';
