import { Alert, Button, Label, Select, TextInput } from '@trussworks/react-uswds';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { askPlanningProblem, useAnswer } from '../data/ask.ts';
import type { Outcome, PlanningProblem } from '../data/outcome-parts.ts';
import type { Supposition, WhatIfAnswer } from '../planning/messages.ts';
import { openPlanningThread, type PlanningThread } from '../planning/open-planning-thread.ts';
import { lenderChoices, lineChoices, namesOf, supposedWords } from '../text/what-if-sentences.ts';
import { WhatIfResult } from './what-if-result.tsx';

type Asked = Pick<Supposition, 'refuse' | 'more'>;
type Work =
  | { readonly state: 'none' }
  | { readonly state: 'working'; readonly words: string }
  | { readonly state: 'stopped' }
  | { readonly state: 'done'; readonly asked: Asked; readonly answer: WhatIfAnswer };

const mostMore = 100_000;

/** Fetches the planning problem, then asks what is to be supposed. */
export default function WhatIfForm({ outcome }: { readonly outcome: Outcome }) {
  const { requestId } = outcome;
  const { answer, again } = useAnswer(useCallback(() => askPlanningProblem(requestId), [requestId]));
  if (answer.state === 'loading') return <p role="status">Reading the planning problem…</p>;
  if (answer.state === 'failed') {
    return (
      <>
        <Alert type="error" headingLevel="h4" heading={answer.failure.words}>
          Without the planning problem nothing can be supposed.
        </Alert>
        <p className="actions">
          <Button type="button" onClick={again}>
            Ask again
          </Button>
        </p>
      </>
    );
  }
  return <Suppose outcome={outcome} problem={answer.data} />;
}

function Suppose({ outcome, problem }: { readonly outcome: Outcome; readonly problem: PlanningProblem }) {
  const [refuses, setRefuses] = useState('');
  const [lineId, setLineId] = useState('');
  const [more, setMore] = useState('');
  const [lacking, setLacking] = useState<string>();
  const { work, ask, stop } = useWork(problem);
  const first = useRef<HTMLSelectElement>(null);
  // What was pressed to come here is gone: the keyboard goes on in the form.
  useEffect(() => first.current?.focus(), []);
  const names = namesOf(outcome);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (work.state === 'working') return;
    const people = Number(more);
    if (refuses === '' && lineId === '')
      return setLacking('Choose a lender that refuses, a line that needs more, or both.');
    if (lineId !== '' && !(Number.isInteger(people) && people >= 1 && people <= mostMore))
      return setLacking(`Say how many more people, as a whole number from 1 to ${mostMore.toLocaleString('en-US')}.`);
    setLacking(undefined);
    ask({ refuse: refuses === '' ? [] : [refuses], more: lineId === '' ? [] : [{ lineId, people }] });
  };

  const working = work.state === 'working';
  return (
    <>
      <form className="what-if__form" onSubmit={submit} noValidate aria-labelledby="what-if-title">
        <div className="filters">
          <div>
            <Label htmlFor="what-if-refuses">This lender refuses</Label>
            <Select
              id="what-if-refuses"
              name="what-if-refuses"
              inputRef={first}
              value={refuses}
              onChange={(event) => setRefuses(event.target.value)}
            >
              <option value="">No lender</option>
              {lenderChoices(problem, names).map(({ id, name, people }) => (
                <option key={id} value={id}>
                  {name} ({people})
                </option>
              ))}
            </Select>
          </div>
          <div>
            <Label htmlFor="what-if-line">This line needs more</Label>
            <Select
              id="what-if-line"
              name="what-if-line"
              value={lineId}
              onChange={(event) => setLineId(event.target.value)}
            >
              <option value="">No line</option>
              {lineChoices(problem, names).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
          {lineId !== '' && (
            <div className="what-if__more">
              <Label htmlFor="what-if-more">How many more people</Label>
              <TextInput
                id="what-if-more"
                name="what-if-more"
                type="text"
                inputMode="numeric"
                value={more}
                onChange={(event) => setMore(event.target.value)}
              />
            </div>
          )}
        </div>
        {lacking !== undefined && (
          <p className="usa-error-message" role="alert">
            {lacking}
          </p>
        )}
        <p className="actions">
          <Button type="submit" aria-disabled={working} className={working ? 'what-if__busy' : undefined}>
            Work it out
          </Button>
          {working && (
            <Button
              type="button"
              outline
              onClick={(event) => {
                stop();
                // This button goes: the keyboard stays in the form.
                event.currentTarget.form?.querySelector<HTMLElement>('[type=submit]')?.focus();
              }}
            >
              Stop
            </Button>
          )}
        </p>
      </form>
      <div role="status" className="what-if__status">
        {working && <p>{work.words}…</p>}
        {work.state === 'stopped' && <p>Stopped. Nothing was worked out.</p>}
        {work.state === 'done' && work.answer.outcome === 'workedOut' && (
          <p className="usa-sr-only">Worked out: {supposedWords(work.asked, names)}</p>
        )}
      </div>
      {work.state === 'done' &&
        (work.answer.outcome === 'workedOut' ? (
          <WhatIfResult answer={work.answer} supposed={supposedWords(work.asked, names)} names={names} />
        ) : (
          <Alert type="error" headingLevel="h4" heading="Nothing was worked out">
            {work.answer.why}
          </Alert>
        ))}
    </>
  );
}

/** One planning thread for the problem, opened by the first question and again after it was stopped. */
function useWork(problem: PlanningProblem) {
  const [work, setWork] = useState<Work>({ state: 'none' });
  const thread = useRef<PlanningThread>(undefined);
  const end = useCallback(() => {
    thread.current?.end();
    thread.current = undefined;
  }, []);
  useEffect(() => end, [end]);

  const ask = (asked: Asked) => {
    thread.current ??= openPlanningThread(problem);
    const mine = thread.current;
    setWork({ state: 'working', words: 'Fetching the solver' });
    const supposed: Supposition = { ...asked, without: [], limits: [], pins: [], forbid: [], stable: false };
    const tell = (words: string) => thread.current === mine && setWork({ state: 'working', words });
    void mine.ask(supposed, tell).then((answer) => {
      if (thread.current !== mine) return;
      // One that failed may be in any state: the next question opens another.
      if (answer.outcome === 'notWorkedOut') end();
      setWork({ state: 'done', asked, answer });
    });
  };
  const stop = () => {
    end();
    setWork({ state: 'stopped' });
  };
  return { work, ask, stop };
}
