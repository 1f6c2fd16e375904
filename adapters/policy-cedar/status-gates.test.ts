import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Day } from '@muster/terms';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { limitsOn } from './explain/explain-verdict.ts';
import { askRow, plainPlace, serviceRows } from './explain/matrix.ts';
import { loadLawPack } from './load-law-pack.ts';

/*
 * The research on how each status comes into being: who must sign, and how long it may last. It isn't
 * part of the repository; where it lies beside it, each gate is held against the pack.
 */
const gates = fileURLToPath(new URL('../../../shared/data/status_gates.csv', import.meta.url));
const loaded = loadLawPack(fileURLToPath(new URL('../../law/us', import.meta.url)));
if (loaded.outcome !== 'loaded') throw new Error('The pack us is not sound.');
const { book } = loaded;

interface Gate {
  /** The code of the matrix that asks for the gate. */
  readonly code: string;
  /** In the pack's words, who must sign. */
  readonly signs: readonly string[];
  /** Each limit with the figure the research found; undefined where something other than a figure ends it. */
  readonly limits: Readonly<Record<string, string | undefined>>;
}

const title32 = {
  'title-32-502f.benefits-step': '31 day',
  'title-32-502f.homeland-defence': '180 day',
  'title-32-502f.homeland-defence-extension': '90 day',
  'title-32-502f.order': undefined,
};
const detail = { 'economy-act.order-term': undefined };

const expected: Readonly<Record<string, Gate>> = {
  SAD_HOME: { code: 'SAD_HOME', signs: ['lenderGovernor'], limits: { 'state-active-duty.state-law': undefined } },
  SAD_EMAC: {
    code: 'SAD_EMAC',
    signs: ['lenderGovernor', 'hostGovernor'],
    limits: { 'emac.agreement-dates': undefined, 'emac.tour': '14 day' },
  },
  T32_HOME: { code: 'T32_HOME', signs: ['lenderGovernor', 'secretaryOfDefense'], limits: title32 },
  T32_AWAY_CONSENT: {
    code: 'T32_AWAY_CONSENT',
    signs: ['lenderGovernor', 'hostGovernor', 'secretaryOfDefense'],
    limits: title32,
  },
  T32_AWAY_NOCONSENT: {
    code: 'T32_AWAY_NOCONSENT',
    signs: ['lenderGovernor', 'secretaryOfDefense', 'counsel'],
    limits: title32,
  },
  T10_12406: {
    code: 'T10_NO_EXCEPTION',
    signs: ['president', 'counsel'],
    limits: { 'title-10-12406.order': undefined },
  },
  T10_INSURRECTION_ACT: {
    code: 'T10_INSURRECTION_ACT',
    signs: ['president'],
    limits: { 'insurrection-act.proclamation': undefined },
  },
  FED_DETAIL_REIMBURSABLE: {
    code: 'DOD_CIVILIAN_DETAIL',
    signs: ['homeAgencyHead', 'receivingAgencyHead'],
    limits: { ...detail, 'dod-civilian-detail.detail': '180 day' },
  },
  // The same gate: that the work stays close to the lender's own purpose is told in the limit.
  FED_DETAIL_NONREIMBURSABLE: {
    code: 'FED_LEO_OWN_POWERS',
    signs: ['homeAgencyHead', 'receivingAgencyHead'],
    limits: detail,
  },
  '287G_ANY': {
    code: '287G_TFM',
    signs: ['certifyingAgency', 'homeAgencyHead'],
    limits: { 'section-287g.officer-authorisation': '2 year', 'section-287g.agreement': undefined },
  },
  MASS_INFLUX_1103A10: {
    code: 'MASS_INFLUX_1103A10',
    signs: ['delegatingSecretary', 'homeAgencyHead'],
    limits: { 'mass-influx-designation.finding': '60 day' },
  },
  SPECIAL_DEPUTY_USM: {
    code: 'SPECIAL_DEPUTY_USM',
    signs: ['marshalsDirector', 'homeAgencyHead'],
    limits: { 'special-deputy-marshal.deputation': undefined },
  },
  TITLE21_TASKFORCE: {
    code: 'TITLE21_TASKFORCE',
    signs: ['attorneyGeneral', 'homeAgencyHead'],
    limits: { 'title-21-designation.designation': undefined },
  },
  CONTRACTOR: {
    code: 'CONTRACTOR',
    signs: ['receivingAgencyHead'],
    limits: { 'far-7-503.contract-term': undefined },
  },
  REHIRED_ANNUITANT: {
    code: 'REHIRED_ANNUITANT',
    signs: ['homeAgencyHead'],
    limits: { 'rehired-annuitants.term': '1-4 year' },
  },
};

/** One officer under two commands fits no single status: law/us/README.md says so. */
const notInThisPack = ['DUAL_STATUS_COMMANDER'];

describe('status gates', () => {
  it.each(Object.entries(expected))(
    '%s: who must sign, how long it lasts, what ends it',
    (_, { code, signs, limits }) => {
      const row = serviceRows(book).find((one) => one.code === code);
      if (!row) throw new Error(`The pack does not know ${code}.`);
      const on = '2026-01-15' as Day;
      const verdict = askRow(book.law, row, 'hold', plainPlace(book), on);
      expect(verdict.needs.map((need) => need.capacity).sort()).toEqual([...signs].sort());
      const found = limitsOn(book, { ...row, on });
      const figures = found.map(({ limitId, length }) => [limitId, length && `${range(length)} ${length.unit}`]);
      expect(Object.fromEntries(figures)).toEqual(limits);
      for (const { meaning, source } of found) expect(Math.min(meaning.length, source.length)).toBeGreaterThan(3);
    },
  );

  if (!existsSync(gates)) {
    it('are not here as research found them, so only the pack was looked at', () => {
      console.log('No status_gates.csv beside this repository: what it says of each gate was not compared.');
      expect(Object.keys(expected).length).toBeGreaterThan(0);
    });
    return;
  }
  const rows = z
    .array(z.object({ status: z.string(), who_must_sign_to_create: z.string(), duration_limit: z.string() }))
    .parse(parse(readFileSync(gates), { columns: true, comment: '#', trim: true, relax_column_count: true }));

  it('of the research are all looked at', () => {
    expect(rows.map((row) => row.status).filter((status) => !(status in expected))).toEqual(notInThisPack);
    expect(Object.keys(expected).filter((status) => !rows.some((row) => row.status === status))).toEqual([]);
  });

  it('name every figure of days and years that the research found', () => {
    const lacking = rows.flatMap(({ status, duration_limit }) => {
      const figures = duration_limit.replace(/\(.*?\)/g, '').match(/\d+/g) ?? [];
      const told = Object.values(expected[status]?.limits ?? {}).join(' ');
      return figures
        .filter((figure) => !new RegExp(`\\b${figure}\\b`).test(told))
        .map((figure) => `${status}: ${figure}`);
    });
    expect(lacking).toEqual([]);
  });
});

const range = ({ value, atLeast }: { readonly value: number; readonly atLeast?: number }): string =>
  atLeast === undefined ? String(value) : `${atLeast}-${value}`;
