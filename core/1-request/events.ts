import type { Fact, PartyId, RequestId, Source } from '@muster/terms';
import type { DraftLine, Line } from './line.ts';

export type { DraftLine, Line } from './line.ts';

export interface RequestHeading {
  readonly requestId: RequestId;
  readonly title: string;
  /** Who asks. */
  readonly requesterId: PartyId;
  /** Whom it asks: the party whose counsel reviews the request. */
  readonly addresseeId: PartyId;
  /** How many people in all. */
  readonly people: number;
  /** What for, in one or two sentences. */
  readonly need: string;
  /** On what ground it asks. */
  readonly grounds: string;
  readonly source: Source;
}

export type RequestDrafted = Fact<'RequestDrafted', RequestHeading & { readonly lines: readonly DraftLine[] }, 1>;

export type RequestAmended = Fact<
  'RequestAmended',
  { readonly requestId: RequestId; readonly lines: readonly DraftLine[]; readonly reason: string },
  1
>;

/** The request as asked. It is whole in itself: later stages read nothing else of this stage. */
export type RequestSubmitted = Fact<
  'RequestSubmitted',
  RequestHeading & {
    /** 1 for the first submission, one more for each later one. */
    readonly requestVersion: number;
    readonly lines: readonly Line[];
  },
  1
>;

export type RequestWithdrawn = Fact<'RequestWithdrawn', { readonly requestId: RequestId; readonly reason: string }, 1>;

/** From now on everybody sees it. */
export type RequestPublished = Fact<'RequestPublished', { readonly requestId: RequestId }, 1>;

/** From now on only who is party to it sees it. */
export type RequestWithheld = Fact<'RequestWithheld', { readonly requestId: RequestId; readonly reason: string }, 1>;

export type RequestFact =
  | RequestDrafted
  | RequestAmended
  | RequestSubmitted
  | RequestWithdrawn
  | RequestPublished
  | RequestWithheld;

/** Whether everybody sees a request, by its own facts: until it is published nobody does but who is party to it. */
export const isPublished = (facts: readonly RequestFact[]): boolean =>
  facts.findLast((f) => f.type === 'RequestPublished' || f.type === 'RequestWithheld')?.type === 'RequestPublished';
