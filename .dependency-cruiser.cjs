/**
 * Which part may import which. The tree is in ARCHITECTURE.md; this file is its law, and tidy/imports.test.ts
 * shows that each rule catches what it forbids.
 */
const tests = String.raw`(\.test\.tsx?|/testing\.ts|/testing/.+)$`;
const faces = String.raw`^core/[^/]+/(problem/)?(index|events|testing)\.ts$`;
const webPlanning = '^apps/web/src/planning/';
const code = '^(core|log|adapters|apps|api|scenarios)/';

/** Stages 1 to 5: each knows the terms and the facts of the stages before it. */
const stages = [1, 2, 3, 4, 5].map((n) => ({
  name: `stage-${n}-knows-earlier-facts-only`,
  comment: `core/${n}-… may import core/0-terms and the events.ts of stages 1 to ${n - 1}. core/6-flow carries the rest.`,
  severity: 'error',
  from: { path: `^core/${n}-`, pathNot: tests },
  to: {
    path: '^core/',
    pathNot: [`^core/${n}-`, '^core/0-terms/index\\.ts$', `^core/[1-${n}]-[^/]+/events\\.ts$`],
  },
}));

/** Tests too: nothing in core imports a folder of a greater number. */
const directions = [0, 1, 2, 3, 4, 5, 6].map((n) => ({
  name: `imports-point-down-from-${n}`,
  comment: `The folder number is the order: core/${n}-… may not import a greater number.`,
  severity: 'error',
  from: { path: `^core/${n}-` },
  to: { path: `^core/[${n + 1}-9]-` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports go one way; only types may name each other. Move what both need to the file that knows less.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unknown-imports',
      comment: 'An import that cannot be found would escape every other rule here.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'terms-know-nothing',
      comment: 'core/0-terms are the words of all: they may import nothing of ours, the directory neither.',
      severity: 'error',
      from: { path: '^core/0-terms/' },
      to: { path: '^core/0-directory/' },
    },
    {
      name: 'directory-knows-terms-only',
      comment: 'core/0-directory says who holds which role: it knows no stage, and of the terms their face.',
      severity: 'error',
      from: { path: '^core/0-directory/', pathNot: tests },
      to: { path: '^core/0-terms/', pathNot: '^core/0-terms/index\\.ts$' },
    },
    ...stages,
    ...directions,
    {
      name: 'flow-uses-faces',
      comment: 'core/6-flow may import each stage by its index.ts or events.ts, nothing behind them.',
      severity: 'error',
      from: { path: '^core/6-', pathNot: tests },
      to: { path: '^core/', pathNot: ['^core/6-', '^core/[0-5]-[^/]+/(index|events)\\.ts$'] },
    },
    {
      name: 'audit-uses-faces',
      comment:
        'core/7-audit decides again what the flow has decided: it may import the flow, the terms and facts, and no stage.',
      severity: 'error',
      from: { path: '^core/7-', pathNot: tests },
      to: {
        path: '^core/',
        pathNot: ['^core/7-', '^core/(0-terms|6-flow)/index\\.ts$', '^core/[1-5]-[^/]+/events\\.ts$'],
      },
    },
    {
      name: 'core-by-its-faces',
      comment:
        'From outside, core is index.ts, events.ts and testing.ts of a stage, and the planning problem, which stands by itself.',
      severity: 'error',
      from: { pathNot: '^core/' },
      to: { path: '^core/.+\\.ts$', pathNot: faces },
    },
    {
      name: 'core-knows-no-adapter',
      comment: 'core is pure: it states a port, and an adapter fits it.',
      severity: 'error',
      from: { path: '^core/', pathNot: tests },
      to: { path: '^(adapters|apps|api|scenarios|contract|simulation|bench|tidy|tools)/' },
    },
    {
      name: 'core-has-no-machine',
      comment: 'core is pure: no files, no network, no clock, no chance. Node is for adapters and apps.',
      severity: 'error',
      from: { path: '^core/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'log-stands-alone',
      comment: 'log is for anybody who checks a proof: it imports nothing of ours.',
      severity: 'error',
      from: { path: '^log/', pathNot: tests },
      to: { path: '^(core|adapters|apps|api|scenarios|contract|simulation|bench|tidy|tools)/' },
    },
    {
      name: 'log-has-no-machine',
      comment: 'log runs in a browser as well: only the SHA-256 that Node is given may be of Node.',
      severity: 'error',
      from: { path: '^log/', pathNot: [tests, '^log/sha256/node\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'adapters-stand-alone',
      comment: 'One outside thing each: apps/house joins adapters, they do not know one another.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/', pathNot: tests },
      to: { path: '^adapters/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'Apps are the outermost layer: adapters, scenarios and api may not import them.',
      severity: 'error',
      from: { path: '^(adapters|api|scenarios)/', pathNot: tests },
      to: { path: '^(apps|contract|simulation|bench|tidy|tools)/' },
    },
    {
      name: 'web-speaks-only-api',
      comment: 'apps/web knows the server by the client in api/ alone, as any other program would.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: [tests, '/vite\\.config\\.ts$', webPlanning] },
      to: {
        path: '^(core|adapters|apps|scenarios|contract|simulation|bench|tidy|tools)/',
        pathNot: '^apps/web/',
      },
    },
    {
      name: 'web-plans-in-one-folder',
      comment:
        'apps/web/src/planning makes plans in the browser: of core it may import the terms and the planning problem, of adapters the solvers that run in a thread of the page.',
      severity: 'error',
      from: { path: webPlanning, pathNot: tests },
      to: {
        path: '^(core|adapters|apps|scenarios|contract|simulation|bench|tidy|tools)/',
        pathNot: [
          '^apps/web/',
          '^core/0-terms/index\\.ts$',
          '^core/3-plan/(problem/)?index\\.ts$',
          '^adapters/solver-flow/index\\.ts$',
          '^adapters/solver-highs/index\\.ts$',
        ],
      },
    },
    {
      name: 'web-has-no-machine',
      comment: 'apps/web runs in a browser: no Node modules.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: [tests, '/vite\\.config\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What runs in earnest may not rest on test code.',
      severity: 'error',
      from: { path: code, pathNot: tests },
      to: { path: tests, pathNot: 'node_modules' },
    },
    {
      name: 'packages-are-declared',
      comment: 'Name the package in the package.json beside the code, with an exact version.',
      severity: 'error',
      from: { path: code, pathNot: tests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Workspaces are links in node_modules: rules are about where they lead.
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts', '.d.mts'],
    },
  },
};
