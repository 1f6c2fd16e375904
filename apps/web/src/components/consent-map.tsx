import { lazy, Suspense } from 'react';
import { useWide } from '../data/use-wide.ts';
import type { ConsentFilter, ConsentRow } from '../text/consent-rows.ts';
import { consentKeys } from '../text/labels.ts';
import { counted } from '../text/numbers.ts';
import { ConsentWord } from './consent-word.tsx';
import { StateTiles } from './state-tiles.tsx';

/** The map and its shapes come only where there is room for them. */
const StateMap = lazy(() => import('./state-map.tsx'));

interface ConsentMapProps {
  readonly rows: readonly ConsentRow[];
  readonly filter: ConsentFilter;
  readonly onFilter: (filter: ConsentFilter) => void;
}

export function ConsentMap({ rows, filter, onFilter }: ConsentMapProps) {
  const wide = useWide('(min-width: 48rem)');
  const byPostal = new Map(rows.flatMap((row) => (row.postal ? [[row.postal, row] as const] : [])));
  const legend = consentKeys
    .map((status) => ({ status, n: rows.filter((row) => row.status === status).length }))
    .filter(({ n }) => n > 0);
  const pick = (name: string) => onFilter({ status: 'all', text: name });
  const offMap = rows.filter((row) => !row.postal).map((row) => row.name);
  return (
    <figure className="consent-map">
      {wide ? (
        <Suspense fallback={<div className="consent-map__room" />}>
          <StateMap byPostal={byPostal} onPick={pick} />
        </Suspense>
      ) : (
        <StateTiles byPostal={byPostal} />
      )}
      <figcaption>
        <h3>Answers by lender</h3>
        <p className="note">
          The table below says the same in words. Press an answer to see only those lenders there.
          {offMap.length > 0 && ` Not on the map: ${offMap.join('; ')}.`}
        </p>
        <ul className="consent-legend">
          {legend.map(({ status, n }) => (
            <li key={status}>
              <button
                type="button"
                aria-pressed={filter.status === status}
                onClick={() => onFilter({ text: '', status: filter.status === status ? 'all' : status })}
              >
                <span className={`swatch swatch--${status}`} aria-hidden="true" />
                <ConsentWord status={status} />
                <strong>{counted(n, 'lender')}</strong>
              </button>
            </li>
          ))}
          <li className="consent-legend__rest">
            <span className="swatch" aria-hidden="true" />
            Not asked
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}
