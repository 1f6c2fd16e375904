export { checkpointFile } from './checkpoint-file.ts';
export {
  makeSigningKey,
  openSigningKey,
  type SigningKeyFile,
  type SigningKeyTrouble,
  takeNextKey,
  writeNextKey,
} from './signing-key-file.ts';
export {
  makeWitnessFolder,
  type NoWitnessFolder,
  openWitnessFolder,
  type WitnessedLog,
  type WitnessFolder,
} from './witness-folder.ts';
export {
  addWitness,
  readWitnessList,
  type WitnessList,
  type WitnessPlace,
  witnessedFile,
  witnessPlace,
} from './witness-list.ts';
