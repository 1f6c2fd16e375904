export { checkpointFile } from './checkpoint-file.ts';
export {
  makeSigningKey,
  openSigningKey,
  type SigningKeyFile,
  type SigningKeyTrouble,
  takeNextKey,
  writeNextKey,
} from './signing-key-file.ts';
