import { createHash, randomBytes } from 'node:crypto';

/** 256 bits by chance, fit for cookies and addresses. */
export const drawSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept in place of a secret. Secrets are drawn, not chosen: a plain hash is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
