export { memoryTiles } from './testing/memory-tiles.ts';
export { naiveConsistency, naiveInclusion, naiveRoot } from './testing/naive-tree.ts';
export { type ToyLog, toyLog } from './testing/toy-log.ts';
