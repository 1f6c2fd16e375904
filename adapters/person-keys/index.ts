export { openKeyFolder } from './key-folder.ts';
export { keysInMemory } from './keys-in-memory.ts';
export { personKeys } from './person-keys.ts';
