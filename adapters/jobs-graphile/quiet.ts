import { Logger } from 'graphile-worker';

/** graphile-worker's own words are kept out of our log: they hold what a job was given. What fails stands in its row. */
export const quiet = new Logger(() => () => {});
