import { type ConsentKey, consentLabels } from '../text/labels.ts';
import { Mark, type MarkName } from './mark.tsx';

const marks: Readonly<Record<ConsentKey, MarkName>> = {
  granted: 'check',
  grantedInPart: 'half',
  refused: 'cross',
  lapsed: 'dots',
  withdrawn: 'back',
  asked: 'clock',
};

export function ConsentWord({ status }: { readonly status: ConsentKey }) {
  return (
    <span className={`consent consent--${status}`}>
      <Mark name={marks[status]} />
      {consentLabels[status]}
    </span>
  );
}
