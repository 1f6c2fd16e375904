import type { Outcome } from '@muster/api';

export type { Outcome, PlanningProblem, RequestSummary, StoryEntry } from '@muster/api';

export type Line = Outcome['lines'][number];
export type Source = Line['source'];
export type Period = Line['period'];
export type Refusal = Outcome['refusals'][number];
export type Authority = Outcome['authority'];
export type AuthorityTask = Authority['tasks'][number];
export type AuthorityCell = AuthorityTask['cells'][number];
export type Policy = Authority['policies'][number];
export type Opinion = NonNullable<Outcome['opinion']>;
export type Consent = Outcome['consents'][number];
export type Plan = Outcome['plans'][number];
export type PlanLine = Plan['lines'][number];
export type PlanChange = Plan['changes'][number];
export type PlanLevel = Plan['levels'][number];
export type Broken = Outcome['broken'][number];
export type Figures = Outcome['figures'];
