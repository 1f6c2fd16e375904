import { expect, it } from 'vitest';
import { read } from './repository.ts';

/** Its instructions, whole: what goes on in the next line belongs to it. */
const instructions = (text: string): readonly { readonly word: string; readonly rest: string }[] =>
  text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
      return { word, rest };
    });

/** What matters of the rules that linters for such files have; none of these linters can be had here. */
function faultsIn(text: string): readonly string[] {
  const all = instructions(text);
  const known = /^(FROM|WORKDIR|COPY|RUN|USER|ENV|VOLUME|EXPOSE|HEALTHCHECK|CMD)$/;
  const of = (word: string) => all.filter((one) => one.word === word).map((one) => one.rest);
  const last = all.findLastIndex((one) => one.word === 'RUN' || one.word === 'COPY');
  const faults = all.filter((one) => !known.test(one.word)).map((one) => `${one.word} is not used here`);
  for (const from of of('FROM')) {
    if (!/^[\w.-]+\.\w+\/[\w./-]+:[\w.-]+$/.test(from) || from.endsWith(':latest'))
      faults.push(`FROM ${from} names no registry or version`);
  }
  for (const run of of('RUN')) {
    if (/\bnpm (install|i)\b/.test(run)) faults.push('npm install takes other packages than the lock: npm ci');
    if (/\b(sudo|curl|wget)\b/.test(run)) faults.push(`RUN fetches or raises itself: ${run}`);
  }
  for (const set of of('ENV'))
    if (/(token|password|secret|key)\w*=/i.test(set)) faults.push(`ENV holds a secret: ${set}`);
  if (!of('WORKDIR').every((place) => place.startsWith('/'))) faults.push('WORKDIR is not from the root');
  if (of('USER').length === 0 || /^(root|0)\b/.test(of('USER').at(-1) ?? '')) faults.push('it runs as root');
  if (all.findIndex((one) => one.word === 'USER') < last) faults.push('USER stands before what root must do');
  if (of('CMD').length !== 1 || !of('CMD')[0]?.startsWith('["'))
    faults.push('CMD is not one list, so a signal does not reach Node');
  if (of('HEALTHCHECK').length !== 1) faults.push('nobody can see whether it serves');
  return faults;
}

it('the Containerfile keeps the rules that matter; it was not built, since no builder could fetch its base here', () => {
  expect(faultsIn(read('deploy/Containerfile'))).toEqual([]);
});

it('nothing of whoever builds the image comes into it: no packages, data or history', () => {
  const left = read('deploy/Containerfile.containerignore')
    .split('\n')
    .map((line) => line.trim());
  for (const name of ['.git', 'data', 'node_modules']) {
    expect(
      left.some((line) => line.replace(/^\*\*\//, '').replace(/\/$/, '') === name),
      name,
    ).toBe(true);
  }
});

it.each([
  ['FROM node', 'names no registry or version'],
  ['RUN npm install', 'npm ci'],
  ['ENV MUSTER_METRICS_TOKEN=x', 'holds a secret'],
  ['USER root', 'runs as root'],
  ['CMD node start.ts', 'not one list'],
  ['ADD page.tar /', 'not used here'],
])('a Containerfile with %s is found out', (line, words) => {
  expect(faultsIn(line).join('; ')).toContain(words);
});
