import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AnsweredCommand } from '@muster/audit';
import { requestId } from '@muster/decision/testing';
import { actor } from '@muster/terms/testing';
import {
  command,
  giveAll,
  grant,
  no,
  official,
  order,
  planningOver,
  sourcing,
  submit,
  wholeStory,
} from '../flow/toy-flow.ts';
import { heardRecord } from './heard-record.ts';

/** What a record holds after a story: commands that left events, and those that left none. */
export interface LivedStory {
  readonly commands: AnsweredCommand[];
  readonly silent: AnsweredCommand[];
}

/**
 * A story with everything in it: refusals, a plan, a withdrawal that breaks it, a revision, a withdrawn request. Where
 * MUSTER_STORY names a file it is lived once and kept there, since each mutant of the replay would live it again.
 */
export async function livedStory(): Promise<LivedStory> {
  const file = process.env.MUSTER_STORY;
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const heard = heardRecord();
  const { openSolver } = await import('@muster/house/solver');
  const { planRequest } = await import('@muster/flow');
  const means = planningOver(heard.record, await openSolver());
  await giveAll(heard.record, [
    submit('early'),
    no('early-no', 'WithdrawConsent', 'north'),
    ...wholeStory,
    // Before there is a plan: what should follow is tried, and there is nothing to break.
    no('leave-south', 'WithdrawConsent', 'south'),
  ]);
  await planRequest(means, order('first'));
  const commit = (planId: string) => command(`commit-${planId}`, sourcing, 'CommitPlan', { planId });
  await giveAll(heard.record, [commit('pln_first'), no('leave', 'WithdrawConsent', 'north')]);
  await planRequest(means, order('second'));
  await giveAll(heard.record, [
    commit('pln_second'),
    grant('late', 'north', 'lender'),
    command('withdraw', official('union.asker'), 'WithdrawRequest', { reason: 'over' }),
    {
      ...command('withdraw-2', actor('union.asker', 'requestingPlanner', 'per_planner'), 'WithdrawRequest', {}),
      data: { requestId, reason: 'over' },
    },
  ]);
  const story = { commands: heard.commands(), silent: heard.silent() };
  if (file) writeFileSync(file, JSON.stringify(story));
  return story;
}
