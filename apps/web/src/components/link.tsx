import type { MouseEvent, ReactNode } from 'react';
import { goTo } from '../route.ts';

interface LinkProps {
  readonly to: string;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A link to another page of Muster, without loading everything anew; with a key held it stays the browser's. */
export function Link({ to, className, current, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <a href={to} className={className ?? 'usa-link'} onClick={follow} {...(current ? { 'aria-current': 'page' } : {})}>
      {children}
    </a>
  );
}
