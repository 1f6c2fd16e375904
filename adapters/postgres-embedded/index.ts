export { type CannotOpen, type CannotOpenCode, isCannotOpen } from './cannot-open.ts';
export { type EmbeddedPostgres, type OpenEmbeddedPostgres, openEmbeddedPostgres } from './open-embedded-postgres.ts';
