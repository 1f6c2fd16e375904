import type { House, HouseMeter } from '@muster/house';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Counts what a server does, for whoever watches it (docs/guides/operate.md tells what each means). */
export interface ServerMeter {
  readonly house: HouseMeter;
  answered(call: { readonly method: string; readonly route: string; readonly status: number }, ms: number): void;
  turnedAway(because: 'rate' | 'pressure'): void;
  /** Everything counted, and what the house says of itself now, as Prometheus reads it. */
  read(house: Pick<House, 'figures' | 'standing' | 'jobs'>): Promise<{ readonly kind: string; readonly text: string }>;
}

const fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const slow = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

export function serverMeter(): ServerMeter {
  const all = new Registry();
  const registers = [all];
  collectDefaultMetrics({ register: all });
  const http = new Histogram({
    name: 'muster_http_seconds',
    help: 'How long calls took, from their header to the end of the answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: fast,
    registers,
  });
  const turnedAway = new Counter({
    name: 'muster_http_turned_away_total',
    help: 'Calls that were not looked at: too many from one caller (rate), or the server was under pressure.',
    labelNames: ['because'] as const,
    registers,
  });
  const appends = new Histogram({
    name: 'muster_append_seconds',
    help: 'How long appends to the record took, waiting for their batch among it.',
    labelNames: ['outcome'] as const,
    buckets: fast,
    registers,
  });
  const plans = new Histogram({
    name: 'muster_plan_seconds',
    help: 'How long orders to plan took.',
    labelNames: ['outcome'] as const,
    buckets: slow,
    registers,
  });
  const house = houseGauges(registers);
  return {
    house: {
      appended: (outcome, ms) => appends.observe({ outcome }, ms / 1000),
      planned: (outcome, ms) => plans.observe({ outcome }, ms / 1000),
    },
    answered: ({ method, route, status }, ms) => http.observe({ method, route, status: String(status) }, ms / 1000),
    turnedAway: (because) => turnedAway.inc({ because }),
    read: async (of) => {
      await house.look(of);
      return { kind: all.contentType, text: await all.metrics() };
    },
  };
}

/** What is asked of the house when somebody looks, and costs nothing before. */
function houseGauges(registers: Registry[]) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers });
  const ready = gauge('muster_ready', '1 where the server can serve, as /readyz says.');
  const appending = gauge('muster_appending', 'Appends that wait for their batch or are being committed.');
  const leaves = gauge('muster_log_leaves', 'Events in the tree of the log.');
  const unsigned = gauge('muster_log_unsigned', 'Of these, how many the newest checkpoint does not sign over.');
  const lag = gauge('muster_log_lag_seconds', 'How long ago the oldest event outside the tree was recorded.');
  const pools = gauge('muster_pool_connections', 'Connections to the database.', ['pool', 'state']);
  const jobs = gauge('muster_jobs', 'What is to be done later, by its state; failed was given up.', ['state']);
  const jobLag = gauge('muster_jobs_lag_seconds', 'For how long the oldest job that is due has waited.');
  const lookAtJobs = async ({ jobs: of }: Pick<House, 'jobs'>) => {
    const figures = await of?.figures().catch(() => undefined);
    jobs.reset();
    jobLag.remove();
    if (!figures) return;
    const { lagSeconds, ...states } = figures;
    jobLag.set(lagSeconds);
    for (const [state, n] of Object.entries(states)) jobs.set({ state }, n);
  };
  return {
    look: async (house: Pick<House, 'figures' | 'standing' | 'jobs'>): Promise<void> => {
      await lookAtJobs(house);
      const standing = await house.standing();
      ready.set(standing.state === 'ready' ? 1 : 0);
      // A database that does not answer has no figures; what was last seen of it would mislead.
      const figures = await house.figures().catch(() => undefined);
      for (const one of [appending, leaves, unsigned, lag]) one.remove();
      pools.reset();
      if (!figures) return;
      appending.set(figures.appending);
      leaves.set(figures.leaves);
      unsigned.set(figures.leaves - figures.signed);
      lag.set(figures.logLagSeconds);
      for (const [pool, { open, idle, waiting }] of Object.entries(figures.pools)) {
        for (const [state, n] of Object.entries({ open, idle, waiting })) pools.set({ pool, state }, n);
      }
    },
  };
}
