export { serveWitness, type WitnessServer } from './serve-witness.ts';
export { type WitnessDesk, witnessDesk } from './witness-desk.ts';
