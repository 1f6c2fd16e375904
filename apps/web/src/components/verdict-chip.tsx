import { type VerdictKey, verdicts } from '../text/labels.ts';
import { Mark, type MarkName } from './mark.tsx';

const marks: Readonly<Record<VerdictKey, MarkName>> = {
  permitted: 'check',
  needs: 'hand',
  contested: 'scale',
  forbidden: 'cross',
  noAuthority: 'dash',
};

/** The verdict as a sign, a word and a colour. */
export function VerdictWord({ verdict }: { readonly verdict: VerdictKey }) {
  return (
    <span className={`chip chip--${verdict}`}>
      <Mark name={marks[verdict]} />
      {verdicts[verdict].label}
    </span>
  );
}

interface VerdictChipProps {
  readonly verdict: VerdictKey;
  /** Of what: the task, the kind of service and where. */
  readonly of: string;
  readonly open: boolean;
  readonly panelId: string;
  readonly onPress: (chip: HTMLElement) => void;
}

export function VerdictChip({ verdict, of, open, panelId, onPress }: VerdictChipProps) {
  return (
    <button
      type="button"
      className={`chip chip--${verdict} chip--button`}
      aria-expanded={open}
      {...(open ? { 'aria-controls': panelId } : {})}
      onClick={(event) => onPress(event.currentTarget)}
    >
      <Mark name={marks[verdict]} />
      <span>
        {verdicts[verdict].label}
        <span className="usa-sr-only">. {of}. Why?</span>
      </span>
    </button>
  );
}
