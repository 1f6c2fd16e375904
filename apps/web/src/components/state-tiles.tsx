import type { ConsentRow } from '../text/consent-rows.ts';
import { tileRows } from '../text/states.ts';

/** One square a state, for narrow pages. A picture for the eye; the table below says the same in words. */
export function StateTiles({ byPostal }: { readonly byPostal: ReadonlyMap<string, ConsentRow> }) {
  return (
    <div
      className="state-tiles"
      role="img"
      aria-label={`The answers of ${byPostal.size} states and territories, a square each. The table below gives the same in words.`}
    >
      {tileRows.flat().map((postal, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the squares never move
          key={i}
          className={postal ? `tile swatch--${byPostal.get(postal)?.status ?? 'notAsked'}` : 'tile tile--none'}
        >
          {postal && <span>{postal}</span>}
        </span>
      ))}
    </div>
  );
}
