import { EventUnknown } from '@muster/terms';
import { expect, it } from 'vitest';
import { faultIn, faultOf } from './fault.ts';

it.each([
  ['DATA_FOLDER_IN_USE', 4],
  ['DATA_FOLDER_BROKEN', 5],
  ['DATABASE_DISK_FULL', 5],
  ['DATABASE_NOT_ANSWERING', 3],
  ['RECORD_CURSOR_UNKNOWN', 2],
  ['RECORD_DAMAGED', 70],
])('the fault %s ends a program with %i', (code, exitCode) => {
  expect(faultOf({ code, why: 'So it is.' })).toEqual({ code, fault: 'So it is.', exitCode });
});

it('what the record says is told as it says it', () => {
  const failure = Object.assign(new Error('The disk is full.'), { name: 'RecordFailure', code: 'DATABASE_DISK_FULL' });
  expect(faultIn(failure)).toEqual({ code: 'DATABASE_DISK_FULL', fault: 'The disk is full.', exitCode: 5 });
});

it('an event that this Muster does not know is told as it is', () => {
  const { code, fault, exitCode } = faultIn(new EventUnknown({ type: 'RequestSplit', version: 2 }));
  expect([code, exitCode]).toEqual(['RECORD_EVENT_UNKNOWN', 3]);
  expect(fault).toMatch(/^The record holds an event "RequestSplit" version 2 that .* upgrade, then start again\.$/);
});

it('what the disk says is told in our words, with the place where it has one', () => {
  const full = Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC', path: '/data/x' });
  expect(faultIn(full)).toEqual({
    code: 'ENOSPC',
    fault: 'Muster cannot write /data/x: the disk is full: free some space, then start again.',
    exitCode: 5,
  });
  expect(faultIn(Object.assign(new Error('EROFS'), { code: 'EROFS' })).fault).toMatch(/^Muster cannot write there: /);
});

it('what nobody foresaw is a failure of Muster itself', () => {
  expect(faultIn(new TypeError('x is not a function'))).toEqual({
    code: 'FAILED',
    fault: 'Muster failed: x is not a function',
    exitCode: 70,
  });
});
