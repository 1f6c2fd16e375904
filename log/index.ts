export { base64Of, bytesOfBase64, sameBytes, textOf, utf8 } from './bytes.ts';
export * from './checkpoint.ts';
export * from './entry-bundle.ts';
export { emptyTree, type GrownTree, growTree, rootOf, type TreeEdge } from './grow-tree.ts';
export * from './handover.ts';
export { findContradiction, type KeptCheckpoint, keptCheckpoints, keysIn } from './keep/check-guards.ts';
export type { CheckpointGuard } from './keep/checkpoint-guard.ts';
export { type HandedOver, type HandOver, handOver } from './keep/hand-over.ts';
export { type LogMeans, type LogStep, logKeeper } from './keep/keep-log.ts';
export type * from './keep/log-store.ts';
export type { LogTrouble, LogTroubleCode } from './keep/log-trouble.ts';
export { proveEvents } from './keep/prove-events.ts';
export {
  isKeyName,
  readSigningKey,
  readVerifierKey,
  type SignatureType,
  type SigningKey,
  sameKey,
  signingKey,
  signingKeyText,
  type VerifierKey,
  verifierKey,
  verifierKeyText,
} from './note-key.ts';
export type { Reading, Verdict } from './outcome.ts';
export * from './proof-file.ts';
export * from './prove.ts';
export {
  type NoteSignature,
  noteText,
  type OpenedNote,
  openNote,
  readNote,
  type SignedNote,
  signNote,
  type VerifiedSignature,
} from './signed-note.ts';
export { type Tile, tileOfPath, tilePath, tilesOf, tileWidth } from './tiles.ts';
export { emptyRoot, type Hash, hashLength, leafHash, nodeHash } from './tree-hash.ts';
export { type ConsistencyClaim, verifyConsistency } from './verify-consistency.ts';
export { type InclusionClaim, verifyInclusion } from './verify-inclusion.ts';
export { type AddCheckpoint, addCheckpointText, readAddCheckpoint } from './witness/add-checkpoint.ts';
export {
  type AskWitness,
  askWitness,
  type Witnessed,
  type WitnessPort,
  type WitnessReply,
} from './witness/ask-witness.ts';
export { type Judgement, judgeCheckpoint, type WatchedLog } from './witness/judge-checkpoint.ts';
