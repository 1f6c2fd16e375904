import { Button, Table } from '@trussworks/react-uswds';
import type { WhatIfAnswer } from '../planning/messages.ts';
import { proofSentence } from '../text/figure-sentences.ts';
import { count, counted } from '../text/numbers.ts';
import {
  changeOf,
  lineWords,
  type Names,
  planText,
  whatIfFigures,
  whatIfSentences,
} from '../text/what-if-sentences.ts';
import { downloadJson } from './download.ts';
import { ScrollRegion } from './scroll-region.tsx';

/** So many rows of a table; the rest are counted. */
const mostRows = 12;

interface WhatIfResultProps {
  readonly answer: Extract<WhatIfAnswer, { outcome: 'workedOut' }>;
  /** What was supposed, in words. */
  readonly supposed: string;
  readonly names: Names;
}

/** The difference that it would make: in sentences, then in tables. */
export function WhatIfResult({ answer, supposed, names }: WhatIfResultProps) {
  const { file, difference } = answer;
  const { lines, lenders } = difference;
  return (
    <section className="what-if__result" aria-label="What would be different">
      <h4>If {supposed}</h4>
      <ul className="what-if__sentences">
        {whatIfSentences(answer).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="note">
        {proofSentence(file.gap)} Worked out by {file.plan.solver} in this browser, and checked without it.
      </p>
      <Differences
        name="The figures, now and as supposed"
        head={['Figure', 'Now', 'Then', 'Change']}
        rows={whatIfFigures(answer).map((f) => [f.label, f.before, f.after, f.change])}
      />
      <Differences
        name="Lines that change"
        head={['Line', 'There now', 'There then', 'Change']}
        rows={lines.map(({ lineId, asked, filled }) => [
          lineWords(names.line(lineId), asked),
          count(filled.before),
          count(filled.after),
          changeOf(filled),
        ])}
      />
      <Differences
        name="Lenders that change, by the most away at any one time"
        head={['Lender', 'Away now', 'Away then', 'Change']}
        rows={lenders.map((lender) => [
          names.lender(lender.lenderId),
          count(lender.before),
          count(lender.after),
          changeOf(lender),
        ])}
      />
      <p className="actions">
        <Button
          type="button"
          outline
          onClick={() => downloadJson(`muster-what-if-${file.problem.problemId}.json`, planText(answer))}
        >
          Download this plan
        </Button>
      </p>
      <p className="note">
        The file holds the plan, its problem and its proof; “muster plan verify” checks it with no solver.
      </p>
    </section>
  );
}

interface DifferencesProps {
  readonly name: string;
  readonly head: readonly [string, string, string, string];
  readonly rows: readonly (readonly [string, string, string, string])[];
}

function Differences({ name, head, rows }: DifferencesProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h5>{name}</h5>
      <ScrollRegion label={name}>
        <Table fullWidth compact className="stackable">
          <caption className="usa-sr-only">{name}</caption>
          <thead>
            <tr>
              {head.map((word, i) => (
                <th key={word} scope="col" className={i > 0 ? 'number' : undefined}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map(([label, ...cells]) => (
              <tr key={label}>
                <th scope="row" data-label={head[0]}>
                  {label}
                </th>
                {cells.map((cell, i) => (
                  <td key={head[i + 1]} data-label={head[i + 1]} className="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
      {rows.length > mostRows && <p className="note">And {counted(rows.length - mostRows, 'other', 'others')}.</p>}
    </>
  );
}
