export { evolve, noRequest, type RequestState } from './state.ts';
