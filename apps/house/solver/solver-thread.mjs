/** Where a solver's thread begins: what it runs is TypeScript, and a thread inherits no loader. */
import { register } from 'tsx/esm/api';

register();
await import('./answer-questions.ts');
