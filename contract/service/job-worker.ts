/** A program of the test of jobs: does one job, says so in a file, and never comes to its end. To be killed. */
import { appendFileSync } from 'node:fs';
import { openJobs } from '@muster/jobs-graphile';

const [ownerUrl = '', appUrl = '', file = ''] = process.argv.slice(2);
const jobs = await openJobs({ ownerUrl, appUrl });
await jobs.work({
  told: async () => {
    appendFileSync(file, 'begun by who is killed\n');
    await new Promise(() => {});
  },
});
