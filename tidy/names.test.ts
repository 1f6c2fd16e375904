import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { codeOf, files, filesUnder, findIn, isCode, isTest, read } from './repository.ts';

/** Words that name no concept: a file or folder with one in its name becomes a drawer for anything. */
const drawers = ['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'manager', 'misc', 'stuff', 'user', 'users'];
/** Words with too many meanings to stand alone. Say authority, consent, pool, transfer, or order-what. */
const overloaded = ['approval', 'approvals', 'order', 'orders', 'resource', 'resources', 'transaction', 'transactions'];

const isBadName = (path: string): boolean =>
  path.split('/').some((name) => {
    const stem = name.replace(/\..*$/, '');
    return overloaded.includes(stem) || stem.split('-').some((word) => drawers.includes(word));
  });

it('no file or folder is a drawer: name the one concept or act inside', () => {
  expect(['core/utils/a.ts', 'apps/web/date-helpers.ts', 'core/4-deployment/order.ts'].every(isBadName)).toBe(true);
  expect(files.filter(isBadName)).toEqual([]);
});

it('code files are named in kebab-case', () => {
  const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
  expect(kebab.test('giveConsent.ts')).toBe(false);
  expect(files.filter((file) => isCode(file) && !kebab.test(basename(file)))).toEqual([]);
});

it('core exports no overloaded name: authority, consent, pool, transfer, party, person', () => {
  const exported =
    /export (?:const|type|interface|function|class) \w*(?:User|Manager|Helper|Approval|Resource|Transaction)\w*/;
  expect(findIn('example', 'export interface ApprovalState {', exported)).not.toEqual([]);
  const product = filesUnder('core').filter((file) => file.endsWith('.ts'));
  expect(product.flatMap((file) => findIn(file, codeOf(read(file)), exported))).toEqual([]);
});

it('an event says what happened: no Updated, Changed or Processed', () => {
  const vague = /'\w*(?:Updated|Changed|Processed)'/;
  expect(findIn('example', "Fact<'RequestUpdated'", vague)).not.toEqual([]);
  const events = filesUnder('core').filter((file) => file.endsWith('/events.ts') && !isTest(file));
  expect(events.flatMap((file) => findIn(file, codeOf(read(file)), vague))).toEqual([]);
});

it('law/ and rates/ hold no program: counsel and finance read and edit them', () => {
  expect(filesUnder('law', 'rates').filter((file) => /\.(tsx?|[mc]?js)$/.test(file))).toEqual([]);
});
