import { expect, it } from 'vitest';
import { files, read } from './repository.ts';

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const locked: Readonly<Record<string, Package>> = JSON.parse(read('package-lock.json')).packages;

it('every package is pinned to one version: "1.2.3", without ^ or ~', () => {
  const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
  expect(exact.test('^1.2.3')).toBe(false);
  const loose = files
    .filter((file) => file.endsWith('package.json'))
    .flatMap((file) => {
      const { dependencies, devDependencies, optionalDependencies }: Package = JSON.parse(read(file));
      return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, version]) => !exact.test(version))
        .map(([name, version]) => `${file}: ${name} ${version}`);
    });
  expect(loose).toEqual([]);
});

it('package-lock.json names no address, and every package by its digest', () => {
  const installed = Object.entries(locked).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  expect(installed.filter(([, { resolved }]) => resolved?.startsWith('http')).map(([path]) => path)).toEqual([]);
  expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
});

/**
 * `npm install` leaves out a platform's package that its registry does not have, and is content; `npm ci`, which a
 * fresh clone runs, then refuses. Choose a version that the registry has for every platform.
 */
it('package-lock.json holds every optional package too, or npm ci refuses it', () => {
  const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !locked[`${path}/node_modules/${name}`] && !locked[`node_modules/${name}`])
      .map((name) => `${path} wants ${name}`),
  );
  expect(missing).toEqual([]);
});

const others = Object.entries(locked).filter(([path, { link }]) => path.includes('node_modules/') && !link);
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? '';

/** Taken as they are; what is under the others is named, with who read its licence in docs/decisions/0012. */
const taken = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'MIT OR Apache-2.0',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '0BSD',
  '(MIT OR CC0-1.0)',
]);
const named: Readonly<Record<string, string>> = {
  '@axe-core/playwright': 'MPL-2.0',
  '@uswds/uswds': 'SEE LICENSE IN LICENSE.md',
  argparse: 'Python-2.0',
  'axe-core': 'MPL-2.0',
  'caniuse-lite': 'CC-BY-4.0',
  'hdr-histogram-js': 'BSD-2-Clause',
  lightningcss: 'MPL-2.0',
  pako: '(MIT AND Zlib)',
};

it('every package is under a licence that is taken, or is named with its own', () => {
  const strange = others
    .filter(([, { license = 'none' }]) => !taken.has(license))
    .filter(([path, { license }]) => named[nameOf(path).replace(/^lightningcss-.*/, 'lightningcss')] !== license)
    .map(([path, { license }]) => `${path}: ${license ?? 'none'}`);
  expect(strange).toEqual([]);
  expect(others.length).toBeGreaterThan(100);
});

it('no package runs a program of its own when it is installed, but those that package.json allows', () => {
  const { allowScripts }: { allowScripts: Readonly<Record<string, boolean>> } = JSON.parse(read('package.json'));
  const running = others.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect(running.filter((name) => !allowScripts[name])).toEqual([]);
  // What is allowed and no longer there would be allowed to whoever takes the name.
  expect(Object.keys(allowScripts).filter((name) => !running.includes(name))).toEqual([]);
});
