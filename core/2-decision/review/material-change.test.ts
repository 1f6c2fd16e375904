import { describe, expect, it } from 'vitest';
import { line } from '../testing.ts';
import { materialChange } from './material-change.ts';

const before = [line('lin_a'), line('lin_b', { people: 20 })] as never[];
const change = (over: object) => materialChange(before, [line('lin_a', over), before[1]] as never[]);

describe('a material change', () => {
  it.each([
    ['the same again', {}],
    ['fewer people', { people: 9 }],
    ['fewer days', { period: { fromOn: '2025-06-02', toOn: '2025-06-30' } }],
    ['another title', { title: 'Other words' }],
    ['another priority', { priority: 3 }],
  ])('is not %s', (_what, over) => expect(change(over)).toBeUndefined());

  it('is not a line that is gone', () => expect(materialChange(before, before.slice(1))).toBeUndefined());

  it.each([
    ['more people', { people: 11 }, 'number of people'],
    ['another task', { taskId: 'heal' }, 'task'],
    ['another skill', { skillId: 'healer' }, 'skill'],
    ['another place', { placeId: 'north-land' }, 'place'],
    ['a day more', { period: { fromOn: '2025-06-01', toOn: '2025-07-02' } }, 'period'],
    ['two things', { taskId: 'heal', placeId: 'north-land' }, 'task and place'],
  ])('is %s', (_what, over, words) => expect(change(over)).toBe(`line lin_a changed its ${words}`));

  it('is a new line', () =>
    expect(materialChange(before, [...before, line('lin_c')] as never[])).toBe('line lin_c is new'));
});
