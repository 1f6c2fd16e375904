export { witnessOverHttp } from './witness-over-http.ts';
