import { expect, it } from 'vitest';
import { files, read } from './repository.ts';

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
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
