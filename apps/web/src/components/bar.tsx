interface Part {
  readonly n: number;
  readonly tone: string;
}

interface BarProps {
  /** Each part is drawn from the left, as its share of `of`. */
  readonly parts: readonly Part[];
  readonly of: number;
}

/** A picture of what the words beside it say; not read out. */
export function Bar({ parts, of }: BarProps) {
  return (
    <span className="bar" aria-hidden="true">
      {parts.map(({ n, tone }) => (
        <span key={tone} className={`bar__part bar__part--${tone}`} style={{ width: `${of ? (100 * n) / of : 0}%` }} />
      ))}
    </span>
  );
}

/** One figure of the course; who is short is drawn at the right, where the planned end. */
export const funnelParts = (key: string, n: number, asked: number): readonly Part[] =>
  key === 'short'
    ? [
        { n: asked - n, tone: 'gone' },
        { n, tone: 'short' },
      ]
    : [{ n, tone: key }];
