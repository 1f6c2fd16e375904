import { Mark, type MarkName } from '../components/mark.tsx';
import { Section } from '../components/section.tsx';
import { SourceBadge } from '../components/source-badge.tsx';
import type { Opinion, Outcome, StoryEntry } from '../data/outcome-parts.ts';
import { day } from '../text/days.ts';
import { findingLabel, opinionLabels } from '../text/labels.ts';
import { counted } from '../text/numbers.ts';
import { refusedOpinions } from '../text/refused-opinions.ts';
import { begin, list, the } from '../text/sentences.ts';

interface WhatCounselSaysProps {
  readonly outcome: Outcome;
  readonly entries: readonly StoryEntry[];
}

export function WhatCounselSays({ outcome, entries }: WhatCounselSaysProps) {
  const { opinion } = outcome;
  return (
    <Section
      id="counsel"
      step={3}
      title="What counsel says"
      lead="Counsel of whoever is asked finds on six criteria, each with its evidence. Without all six there is no opinion."
    >
      {refusedOpinions(outcome, entries).map(({ at, who, why, allowed }) => (
        <div className="refused" key={at}>
          <h3>
            <Mark name="cross" />
            Refused on {day(at)}: an opinion
          </h3>
          <p>
            {begin(the(who))} gave an opinion, and it was refused. {why}
          </p>
          {allowed && (
            <p>
              <strong>What would be allowed: </strong>
              {allowed}
            </p>
          )}
        </div>
      ))}
      {opinion ? <OpinionGiven opinion={opinion} outcome={outcome} /> : <p className="empty">No opinion yet.</p>}
    </Section>
  );
}

const findingMarks: Readonly<Record<string, MarkName>> = { met: 'check', metWithConditions: 'half', notMet: 'cross' };

function OpinionGiven({ opinion, outcome }: { readonly opinion: Opinion; readonly outcome: Outcome }) {
  return (
    <>
      <div className="opinion">
        <h3>
          <Mark name={opinion.outcome === 'doNotConcur' ? 'cross' : 'scale'} />
          {opinionLabels[opinion.outcome]}
        </h3>
        <p className="opinion__words">{opinion.words}</p>
        <p className="note">
          {begin(the(opinion.party.name))}, {day(opinion.at)}. The opinion lapses on {day(opinion.lapsesOn)}.
        </p>
        <SourceBadge source={opinion.source} of="the opinion" />
      </div>
      {opinion.conditions.length > 0 && (
        <>
          <h3>{counted(opinion.conditions.length, 'condition that binds', 'conditions that bind')} planning</h3>
          <ul className="conditions">
            {opinion.conditions.map(({ conditionId, words, lineIds }) => (
              <li key={conditionId}>
                <strong>{words}.</strong>{' '}
                {lineIds.length > 0 && (
                  <span className="note">On: {list(lineIds.map((id) => titleOf(outcome, id)))}.</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>The six criteria</h3>
      <ul className="criteria">
        {opinion.criteria.map(({ criterion, finding, evidence, foundBy, source }) => (
          <li key={criterion}>
            <h4>{begin(criterion)}</h4>
            <p className={`finding finding--${finding}`}>
              <Mark name={findingMarks[finding] ?? 'dash'} />
              {findingLabel(finding)}
            </p>
            <p>{evidence}</p>
            <p className="note">Found by: {foundBy}</p>
            <SourceBadge source={source} of={`the finding on ${criterion}`} />
          </li>
        ))}
      </ul>
    </>
  );
}

const titleOf = ({ lines }: Outcome, lineId: string): string => lines.find((l) => l.lineId === lineId)?.title ?? lineId;
