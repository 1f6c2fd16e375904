import type { AuthorityCell, Consent, Opinion, Source } from '../data/outcome-parts.ts';

export type VerdictKey = 'permitted' | 'needs' | 'contested' | 'forbidden' | 'noAuthority';

export const verdicts: Readonly<Record<VerdictKey, { readonly label: string; readonly meaning: string }>> = {
  permitted: { label: 'Permitted', meaning: 'The law allows it as it stands.' },
  needs: { label: 'Needs consent', meaning: 'Lawful once everyone named consents.' },
  contested: { label: 'Contested: needs counsel', meaning: 'The law is disputed; counsel must clear it first.' },
  forbidden: { label: 'Forbidden', meaning: 'A rule forbids it, whoever consents.' },
  noAuthority: { label: 'No authority', meaning: 'No rule allows it, so nobody may do it.' },
};

export function verdictOf(cell: Pick<AuthorityCell, 'verdict' | 'contested'>): VerdictKey {
  if (cell.verdict === 'forbidden' || cell.verdict === 'noAuthority') return cell.verdict;
  return cell.contested ? 'contested' : cell.verdict;
}

/** What would be first of its kind where the law lets somebody decide on it; what is barred needs no decision. */
export function firstsOf(cell: Pick<AuthorityCell, 'verdict' | 'contested' | 'firstOfItsKind'>): string[] {
  const barred = cell.verdict === 'forbidden' || cell.verdict === 'noAuthority';
  return cell.firstOfItsKind && !barred ? [cell.firstOfItsKind] : [];
}

export type ConsentKey = 'granted' | 'grantedInPart' | 'refused' | 'lapsed' | 'withdrawn' | 'asked';

/** In the order of the legend. */
export const consentKeys: readonly ConsentKey[] = [
  'granted',
  'grantedInPart',
  'refused',
  'lapsed',
  'withdrawn',
  'asked',
];

export const consentLabels: Readonly<Record<ConsentKey, string>> = {
  granted: 'Granted in full',
  grantedInPart: 'Granted in part or with conditions',
  refused: 'Refused',
  lapsed: 'Silent to the last day',
  withdrawn: 'Withdrawn',
  asked: 'Asked, no answer yet',
};

export const consentKey = ({ status, partial }: Pick<Consent, 'status' | 'partial'>): ConsentKey =>
  status === 'granted' && partial ? 'grantedInPart' : status;

const barriers: Readonly<Record<string, string>> = {
  authority: 'no authority',
  consent: 'consent not given',
  skill: 'skill lacking',
  reserve: 'kept in reserve',
  distance: 'too far to arrive in time',
  review: 'counsel’s condition',
  strength: 'nobody else offered',
};
export const barrierLabel = (barrier: string): string => barriers[barrier] ?? barrier;

export const sourceLabels: Readonly<Record<Source['kind'], string>> = {
  public: 'Public',
  estimate: 'Estimate',
  assumption: 'Assumption',
};

export const opinionLabels: Readonly<Record<Opinion['outcome'], string>> = {
  concur: 'Counsel concurs',
  concurWithConditions: 'Counsel concurs, with conditions',
  doNotConcur: 'Counsel does not concur',
};

const findings: Readonly<Record<string, string>> = {
  met: 'Met',
  metWithConditions: 'Met with conditions',
  notMet: 'Not met',
};
export const findingLabel = (finding: string): string => findings[finding] ?? finding;

const levels: Readonly<Record<string, string>> = {
  fill: 'As few people lacking as possible',
  changes: 'As few changes to the plan before as possible',
  days: 'As few days lacking as possible',
  arrival: 'As little travel as possible',
  cost: 'As little cost as possible',
};
export const levelLabel = (level: string): string => levels[level] ?? level;

const commands: Readonly<Record<string, string>> = {
  DraftRequest: 'Drafting the request',
  AmendRequest: 'Amending the request',
  SubmitRequest: 'Submitting the request',
  WithdrawRequest: 'Withdrawing the request',
};
/** A command not named here is spelled out: `SeekConsents` → "Seek consents". */
export const commandLabel = (command: string): string =>
  commands[command] ?? command.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(/(?<= )[A-Z]/g, (c) => c.toLowerCase());
