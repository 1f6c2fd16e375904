import { requestStream } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import {
  asked,
  concurred,
  derived,
  granted,
  line,
  planner,
  requestId,
  sought,
  source,
  submitted,
  toyLaw,
} from '../testing.ts';
import { askConsent } from './ask-consent.ts';
import { grantConsent } from './grant-consent.ts';
import { lapseConsent } from './lapse-consent.ts';
import { refuseConsent } from './refuse-consent.ts';
import { seekConsents } from './seek-consents.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const tools = { law: toyLaw };
const sourcing = actor('union.defense', 'sourcingOfficer');
const north = actor('north', 'consentingOfficial');
const flow = actor('union.defense', 'flow');
const inTime = '2025-05-20T23:00:00Z';
const tooLate = '2025-05-21T00:00:01Z';
const militia = { statusId: 'militia', delegationIds: [] };
const which = { requestId, partyId: 'north', capacity: 'lender' };
const seek = {
  requestId,
  kinds: [militia],
  lenders: [
    { partyId: 'north', people: 6 },
    { partyId: 'south', people: 4 },
  ],
  answerByOn: '2025-05-20',
};
const ready = [submitted([line('lin_a')]), derived(), concurred()];

describe('SeekConsents', () => {
  it('derives whose consent each lender takes: its own, and away from home the host', async () => {
    const { facts } = await given(...ready).when(seekConsents, sourcing, inTime, seek, tools);
    const found = facts[0]?.data.consents.map((c) => [c.partyId, c.capacity, c.people]);
    expect(found).toEqual([
      ['north', 'lender', 6],
      ['south', 'host', 6],
      ['south', 'lender', 4],
    ]);
  });
  it('seeks nothing before counsel concurs, nor after the opinion lapsed', async () => {
    const early = await given(submitted([line('lin_a')]), derived()).when(seekConsents, sourcing, inTime, seek, tools);
    expect(early.refusal?.code).toBe('REVIEW_NOT_CONCURRED');
    const late = await given(...ready).when(seekConsents, sourcing, '2026-01-01T00:00:00Z', seek, tools);
    expect(late.refusal?.code).toBe('REVIEW_NOT_CONCURRED');
  });
  it('leaves out lines the law forbids or contests, until counsel clears the contested', async () => {
    const lines = [line('lin_a', { taskId: 'seize' }), line('lin_b', { taskId: 'guess' })];
    const barred = await given(submitted(lines), derived(), concurred()).when(
      seekConsents,
      sourcing,
      inTime,
      seek,
      tools,
    );
    expect(barred.refusal?.code).toBe('DECISION_NO_AUTHORITY');
    const clears = concurred({ clears: [{ lineId: 'lin_b', statusId: 'militia' }] });
    const cleared = await given(submitted(lines), derived(), clears).when(seekConsents, sourcing, inTime, seek, tools);
    expect(cleared.facts[0]?.data.consents.flatMap((c) => c.lineIds)).toEqual(['lin_b', 'lin_b']);
  });
  it('asks nobody twice for the same version', async () => {
    const before = sought([{ partyId: 'north', capacity: 'lender', lineIds: ['lin_a'] }], ['north']);
    const { facts } = await given(...ready, before).when(seekConsents, sourcing, inTime, seek, tools);
    expect(facts[0]?.data.consents.map((c) => c.partyId)).toEqual(['south', 'south']);
  });
  it('is for the party the request is addressed to', async () => {
    const other = actor('north', 'sourcingOfficer');
    expect((await given(...ready).when(seekConsents, other, inTime, seek, tools)).refusal?.code).toBe(
      'DECISION_NOT_YOURS',
    );
  });
  it('is refused for a lender the law does not know', async () => {
    const unknown = { ...seek, lenders: [{ partyId: 'west', people: 1 }] };
    expect((await given(...ready).when(seekConsents, sourcing, inTime, unknown, tools)).refusal?.code).toBe(
      'DECISION_TERM_UNKNOWN',
    );
  });
});

describe('an answer', () => {
  const waiting = [submitted([line('lin_a')]), asked('north', 'lender', ['lin_a'])];
  const yes = { ...which, people: 5, conditions: { barredTaskIds: ['heal'] }, words: 'yes', source };
  const no = { ...which, reason: 'homeNeed', words: 'no, sorry', source };

  it('may be yes to part, with conditions', async () => {
    const { facts } = await given(...waiting).when(grantConsent, north, inTime, yes, undefined);
    expect(facts[0]?.data).toMatchObject({ people: 5, conditions: { barredTaskIds: ['heal'] } });
  });
  it('may be no, with a coded reason', async () => {
    expect((await given(...waiting).when(refuseConsent, north, inTime, no, undefined)).facts[0]?.type).toBe(
      'ConsentRefused',
    );
  });
  it('comes in time or not at all', async () => {
    expect((await given(...waiting).when(grantConsent, north, tooLate, yes, undefined)).refusal?.code).toBe(
      'CONSENT_TOO_LATE',
    );
  });
  it('is the sovereign’s own, and never of someone who worked on the request', async () => {
    const south = actor('south', 'consentingOfficial');
    expect((await given(...waiting).when(grantConsent, south, inTime, yes, undefined)).refusal?.code).toBe(
      'CONSENT_NOT_YOURS',
    );
    const same = { ...north, personId: planner.personId };
    expect((await given(...waiting).when(grantConsent, same, inTime, yes, undefined)).refusal?.code).toBe(
      'CONSENT_SAME_PERSON',
    );
  });
  it('is given once', async () => {
    const answered = [...waiting, granted('north', 'lender', 5)];
    expect((await given(...answered).when(refuseConsent, north, inTime, no, undefined)).refusal?.code).toBe(
      'CONSENT_ALREADY_ANSWERED',
    );
  });
  it('is not for more people than were asked for', async () => {
    const more = { ...yes, people: 11 };
    expect((await given(...waiting).when(grantConsent, north, inTime, more, undefined)).refusal?.code).toBe(
      'CONSENT_MORE_THAN_ASKED',
    );
  });
  it('is not given to a request that was taken back', async () => {
    const gone = past(requestStream(requestId), {
      type: 'RequestWithdrawn',
      version: 1,
      data: { requestId, reason: 'over' },
    });
    expect((await given(...waiting, gone).when(grantConsent, north, inTime, yes, undefined)).refusal?.code).toBe(
      'REQUEST_WITHDRAWN',
    );
  });
  it('waits to be asked', async () => {
    expect((await given().when(grantConsent, north, inTime, yes, undefined)).refusal?.code).toBe('CONSENT_NOT_ASKED');
  });
  it('is asked once a version', async () => {
    const ask = {
      ...which,
      requestVersion: 1,
      people: 1,
      lineIds: ['lin_a'],
      policyIds: ['p'],
      kinds: [militia],
      answerByOn: '2025-05-20',
    };
    expect((await given(...waiting).when(askConsent, flow, inTime, ask, undefined)).refusal?.code).toBe(
      'CONSENT_ALREADY_SOUGHT',
    );
    expect(
      (await given(...waiting).when(askConsent, flow, inTime, { ...ask, requestVersion: 2 }, undefined)).facts,
    ).toHaveLength(1);
  });
});

describe('silence and withdrawal', () => {
  const waiting = [submitted([line('lin_a')]), asked('north', 'lender', ['lin_a'])];
  it('lapses after the last day, not on it', async () => {
    expect((await given(...waiting).when(lapseConsent, flow, inTime, which, undefined)).refusal?.code).toBe(
      'CONSENT_NOT_YET_LAPSED',
    );
    expect((await given(...waiting).when(lapseConsent, flow, tooLate, which, undefined)).facts[0]?.type).toBe(
      'ConsentLapsed',
    );
  });
  it('does not lapse once answered', async () => {
    const answered = [...waiting, granted('north', 'lender', 5)];
    expect((await given(...answered).when(lapseConsent, flow, tooLate, which, undefined)).refusal?.code).toBe(
      'CONSENT_NOT_ASKED',
    );
  });
  it('is withdrawn with the notice it was granted with', async () => {
    const gone = { ...which, reason: 'homeNeed', words: 'no more', source };
    const noticed = [...waiting, granted('north', 'lender', 5, { recallNoticeDays: 14 })];
    const { facts } = await given(...noticed).when(withdrawConsent, north, '2025-06-01T08:00:00Z', gone, undefined);
    expect(facts[0]?.data.endsOn).toBe('2025-06-15');
    expect((await given(...waiting).when(withdrawConsent, north, inTime, gone, undefined)).refusal?.code).toBe(
      'CONSENT_NOT_GRANTED',
    );
  });
});
