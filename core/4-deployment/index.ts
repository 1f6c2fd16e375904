export * from './events.ts';
export { notePastDeployment } from './note-past-deployment.ts';
