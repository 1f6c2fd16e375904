import type { Cursor, Outcome, StoryEntry } from '@muster/flow';
import { exitCodes } from '@muster/house';
import type { RequestId } from '@muster/terms';
import { printWhy, type WhyFilter, whyTasks } from '../print/decision.ts';
import { printOutcome } from '../print/outcome.ts';
import { printPlan } from '../print/plan.ts';
import { columns } from '../print/text.ts';
import { type Common, print, printJson, Stop, unknownRequest, withHouse } from '../session.ts';

const theOutcome = (id: string, options: Common): Promise<Outcome> =>
  withHouse(options, async (house) => {
    const outcome = await house.outcome(id as RequestId);
    if (!outcome) throw unknownRequest(id);
    return outcome;
  });

export async function listRequests(options: Common): Promise<void> {
  const requests = await withHouse(options, (house) => house.requests());
  if (options.json) return printJson(requests);
  if (requests.length === 0) return print('No request yet. `muster demo` plays one.');
  const head = ['request', 'status', 'asked', 'permitted', 'consented', 'planned', 'short', 'title'];
  const rows = requests.map((r) => [
    r.requestId,
    r.status,
    r.asked,
    r.permitted,
    r.consented,
    r.planned,
    r.short,
    r.title,
  ]);
  print(columns([head, ...rows]));
}

export async function showRequest(id: string, options: Common): Promise<void> {
  const outcome = await theOutcome(id, options);
  if (options.json) printJson(outcome);
  else print(printOutcome(outcome));
}

export async function why(id: string, options: Common & WhyFilter & { readonly line?: string }): Promise<void> {
  const outcome = await theOutcome(id, options);
  const lineIds = outcome.lines.map((l) => l.lineId);
  if (options.line && !lineIds.includes(options.line)) {
    throw new Stop(
      'LINE_UNKNOWN',
      `The request has no line "${options.line}"; its lines are ${lineIds.join(', ')}.`,
      exitCodes.badInput,
    );
  }
  const tasks = whyTasks(outcome, { lineId: options.line, kind: options.kind });
  if (tasks.length === 0) {
    const known = outcome.authority.kinds.join(', ') || 'none: the law has not been asked yet';
    throw new Stop(
      'KIND_UNKNOWN',
      `Nothing was derived for that; the kinds of service are ${known}.`,
      exitCodes.badInput,
    );
  }
  const { policies, pack } = outcome.authority;
  if (!options.json) return print(printWhy(outcome, tasks));
  const used = new Set(tasks.flatMap((t) => t.cells.flatMap((c) => c.policyIds)));
  printJson({
    requestId: id,
    pack,
    tasks,
    policies: policies.filter((p) => used.has(p.policyId)),
    opinion: outcome.opinion ?? null,
  });
}

export async function showPlan(
  id: string,
  options: Common & { readonly plan?: string; readonly line?: string },
): Promise<void> {
  const outcome = await theOutcome(id, options);
  const plan = options.plan ? outcome.plans.find((p) => p.planId === options.plan) : outcome.plans.at(-1);
  if (!plan) {
    const made = outcome.plans.map((p) => p.planId).join(', ') || 'none yet';
    throw new Stop(
      'PLAN_UNKNOWN',
      `There is no such plan for "${id}"; the plans made are: ${made}.`,
      exitCodes.badInput,
    );
  }
  if (options.line && !plan.lines.some((l) => l.lineId === options.line)) {
    const lineIds = plan.lines.map((l) => l.lineId).join(', ');
    throw new Stop(
      'LINE_UNKNOWN',
      `The plan has no line "${options.line}"; its lines are ${lineIds}.`,
      exitCodes.badInput,
    );
  }
  if (options.json) printJson(plan);
  else print(printPlan(outcome, plan, options.line));
}

export async function listRecord(options: Common & { readonly limit: number; readonly after?: string }): Promise<void> {
  const page = await withHouse(options, (house) => house.story(options.after as Cursor | undefined, options.limit));
  if (options.json) return printJson({ entries: page.entries, next: page.next ?? null });
  if (page.entries.length === 0) return print('Nothing is recorded yet.');
  print(page.entries.map(storyWords).join('\n'));
  if (page.entries.length === options.limit && page.next) print(`\nMore: muster record list --after '${page.next}'`);
}

const storyWords = ({ at, who, what, ground }: StoryEntry): string =>
  `${at.slice(0, 16).replace('T', ' ')}  ${who} ${what}${ground ? `\n                  ${ground}` : ''}`;
