import { Alert, Table } from '@trussworks/react-uswds';
import { askLog, useAnswer } from '../data/ask.ts';
import type { LogShown } from '../data/log-shown.ts';
import { shortDay, time } from '../text/days.ts';
import { count, counted } from '../text/numbers.ts';
import { witnessWords } from '../text/witness-words.ts';
import { ScrollRegion } from './scroll-region.tsx';

/** Who else has seen the log that proves the record, and how far. */
export function WhoWitnessed() {
  const { answer } = useAnswer(askLog);
  return (
    <section className="witnessed" aria-labelledby="witnessed-title">
      <h3 id="witnessed-title">Who has witnessed the record</h3>
      {answer.state === 'loading' && <p role="status">Reading who has witnessed it…</p>}
      {answer.state === 'failed' && (
        <Alert type="info" headingLevel="h4" heading="Who has witnessed the record is not known now">
          {answer.failure.words}
        </Alert>
      )}
      {answer.state === 'here' && <Witnessed log={answer.data} />}
    </section>
  );
}

function Witnessed({ log: { origin, size, witnesses } }: { readonly log: LogShown }) {
  return (
    <>
      <p>
        Every event is a leaf of the log <strong className="witnessed__name">{origin}</strong>, signed over{' '}
        {counted(size, 'event')} of the whole record. A witness is another party that keeps what it was shown and
        cosigns a later log only if it holds all of the earlier.
      </p>
      {witnesses.length === 0 ? (
        <p className="empty">
          No witness is named. The signature shows that nothing was changed since; it cannot show that others were given
          the same. “muster log add-witness” names one.
        </p>
      ) : (
        <ScrollRegion label="Witnesses">
          <Table fullWidth className="stackable">
            <caption className="usa-sr-only">Each witness: how far it has cosigned, when, and what that means</caption>
            <thead>
              <tr>
                <th scope="col">Witness</th>
                <th scope="col">Events cosigned</th>
                <th scope="col">When</th>
                <th scope="col">What it means</th>
              </tr>
            </thead>
            <tbody>
              {witnesses.map((witness) => (
                <tr key={witness.name}>
                  <th scope="row" data-label="Witness" className="witnessed__name">
                    {witness.name}
                  </th>
                  <td data-label="Events cosigned" className="half">
                    {count(witness.size)} of {count(size)}
                  </td>
                  <td data-label="When" className="half">
                    {witness.signedAt === undefined ? (
                      'Never'
                    ) : (
                      <time dateTime={witness.signedAt}>
                        {shortDay(witness.signedAt)}, {time(witness.signedAt)}
                      </time>
                    )}
                  </td>
                  <td data-label="What it means">{witnessWords(witness, size)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </ScrollRegion>
      )}
    </>
  );
}
