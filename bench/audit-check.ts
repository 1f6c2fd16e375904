/** Audits the bundle that is named, with nothing else in the process, and tells what it took as JSON. */
import { checkBundle } from '@muster/record-bundle';
import { type Audited, key } from './audit-key.ts';

const began = performance.now();
const report = await checkBundle(process.argv[2] ?? '', { key });
if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults.slice(0, 3)));
const { user, system } = process.cpuUsage();
const took: Audited = {
  wallMs: performance.now() - began,
  cpuMs: (user + system) / 1000,
  rssMib: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(took));
