import { fileURLToPath } from 'node:url';

/** The law pack that Muster ships. */
export const lawFolder = fileURLToPath(new URL('../../law/us', import.meta.url));
