/** The environment PostgreSQL runs in: none of the caller's PG* settings, and the same words and clock everywhere. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });
