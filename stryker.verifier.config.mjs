/** One part of the verifier, as `tools/mutate-verifier.ts` names it in the environment. */
const { MUSTER_MUTANTS_NAME: name, MUSTER_MUTANTS_OF: mutate = '' } = process.env;

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation-verifier.config.ts', related: false },
  coverageAnalysis: 'perTest',
  mutate: mutate.split(' '),
  concurrency: 2,
  timeoutMS: 60_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `.stamp/mutation-${name}.json` },
  incremental: true,
  incrementalFile: `.stamp/mutation-${name}-incremental.json`,
  tempDirName: `.stamp/mutants-${name}`,
  ignorePatterns: ['/data', '/dist', '/apps', '/bench', '/docs', '/.stamp'],
  checkers: [],
  allowEmpty: false,
};
