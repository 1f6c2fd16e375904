import { configureGlobal } from 'fast-check';

/** Runs before each test file: property tests draw from MUSTER_SEED, so that a failure can be repeated. */
configureGlobal({ seed: Number(process.env.MUSTER_SEED) });
