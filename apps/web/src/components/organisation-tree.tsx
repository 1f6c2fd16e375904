import { Button } from '@trussworks/react-uswds';
import type { DirectoryShown, OrganisationShown, RoleShown } from '../data/administration.ts';

interface TreeProps {
  readonly directory: DirectoryShown;
  /** All of them, or those alone at which somebody holds a role, with what they are part of. */
  readonly all: boolean;
  readonly onEnd?: (role: RoleShown) => void;
}

/** Organisations in their tree, each with who holds which role there. */
export function OrganisationTree({ directory, all, onEnd }: TreeProps) {
  const { organisations, roles } = directory;
  const ids = new Set(organisations.map((o) => o.partyId));
  const within = (partyId: string) => organisations.filter((o) => o.withinId === partyId);
  const isShown = (o: OrganisationShown): boolean =>
    all || roles.some((r) => r.partyId === o.partyId) || within(o.partyId).some(isShown);
  const branch = (shown: readonly OrganisationShown[]) => (
    <ul className="tree">
      {shown.filter(isShown).map((o) => (
        <li key={o.partyId}>
          <p className="tree__name">
            {o.name} <code>{o.partyId}</code> {o.closed && <span className="note">closed</span>}
          </p>
          <Holders roles={roles.filter((r) => r.partyId === o.partyId)} onEnd={onEnd} />
          {within(o.partyId).some(isShown) && branch(within(o.partyId))}
        </li>
      ))}
    </ul>
  );
  return branch(organisations.filter((o) => o.withinId === undefined || !ids.has(o.withinId)));
}

interface HoldersProps {
  readonly roles: readonly RoleShown[];
  readonly onEnd: ((role: RoleShown) => void) | undefined;
}

function Holders({ roles, onEnd }: HoldersProps) {
  if (roles.length === 0) return null;
  return (
    <ul className="tree__roles">
      {roles.map((r) => (
        <li key={`${r.personId} ${r.role} ${r.fromOn}`}>
          <strong>{roleWords(r.role)}</strong>: <code>{r.personId}</code>, {r.held ? 'since' : 'not today, from'}{' '}
          {r.fromOn}
          {r.toOn && `, until before ${r.toOn}`}{' '}
          {onEnd && (
            <Button
              type="button"
              unstyled
              onClick={() => onEnd(r)}
              aria-label={`End ${roleWords(r.role)} of ${r.personId}`}
            >
              End
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** `requestingPlanner` as people read it. */
export const roleWords = (role: string): string => {
  const words = role.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};
