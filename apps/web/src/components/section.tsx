import type { ReactNode } from 'react';

interface SectionProps {
  readonly id: string;
  readonly step: number;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One step of a request's course. */
export function Section({ id, step, title, lead, children }: SectionProps) {
  return (
    <section className="step" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="step__title" tabIndex={-1}>
        <span className="step__number" aria-hidden="true">
          {step}
        </span>
        {title}
      </h2>
      {lead && <p className="step__lead">{lead}</p>}
      {children}
    </section>
  );
}
