import { Alert, Button, Checkbox } from '@trussworks/react-uswds';
import { useCallback, useEffect, useState } from 'react';
import { InviteForm } from '../components/invite-form.tsx';
import { OrganisationTree, roleWords } from '../components/organisation-tree.tsx';
import { PageShell } from '../components/page-shell.tsx';
import { RoleForm } from '../components/role-form.tsx';
import { Loading } from '../components/waiting.tsx';
import {
  type Changed,
  type DirectoryShown,
  endRole,
  giveRole,
  type RoleAt,
  readDirectory,
} from '../data/administration.ts';

type State = 'loading' | 'gone' | DirectoryShown;

/** Organisations, who holds which role at them, and the way in for others. An administrator decides nothing. */
export function AdministrationPage() {
  const [state, setState] = useState<State>('loading');
  const read = useCallback(() => void readDirectory().then(setState, () => setState('gone')), []);
  useEffect(read, [read]);
  return (
    <PageShell title="Administration">
      {state === 'loading' && <Loading what="the directory" />}
      {state === 'gone' && (
        <div className="page-width waiting">
          <h1>Muster does not answer</h1>
          <p>Nothing is lost: what was acknowledged is kept.</p>
          <p className="actions">
            <Button type="button" onClick={read}>
              Ask again
            </Button>
          </p>
        </div>
      )}
      {typeof state === 'object' && <Administration directory={state} again={read} />}
    </PageShell>
  );
}

function Administration({ directory, again }: { readonly directory: DirectoryShown; readonly again: () => void }) {
  const { keeperId, organisations, roles, personId, administersAt } = directory;
  const [all, setAll] = useState(false);
  const [said, setSaid] = useState<Changed & { readonly what?: string }>();
  const at = administersAt.find((id) => id === keeperId) ?? administersAt[0];
  const may = personId !== null && at !== undefined;
  const after = (what: string) => (changed: Changed) => {
    setSaid({ ...changed, what });
    if (changed.done) again();
  };
  /** As whom: at the organisation itself where they administer it, else at the keeper or wherever they do. */
  const asAt = (partyId: string) => (administersAt.includes(partyId) ? partyId : String(at));
  const give = (role: RoleAt) =>
    void giveRole(String(personId), asAt(role.partyId), role).then(
      after(`${role.personId} holds the role ${roleWords(role.role)}.`),
    );
  const end = ({ personId: whose, partyId, role }: RoleAt) =>
    void endRole(
      String(personId),
      asAt(partyId),
      { personId: whose, partyId, role },
      'Ended by an administrator.',
    ).then(after(`${whose} holds the role ${roleWords(role)} no more.`));
  return (
    <div className="page-width administration">
      <h1>Administration</h1>
      <p>
        {keeperId === null
          ? 'Nobody keeps the directory: everybody is believed, as in an exercise.'
          : `${organisations.find((o) => o.partyId === keeperId)?.name ?? keeperId} keeps the directory.`}
      </p>
      {!may && (
        <Alert type="info" headingLevel="h2" heading="You are no administrator">
          You see what you may see, and change nothing here. An administrator gives roles and lets others in.
        </Alert>
      )}
      <div role="status">
        {said && (
          <Alert type={said.done ? 'success' : 'error'} headingLevel="h2" heading={said.done ? 'Done' : 'Not done'}>
            {said.done ? said.what : said.words}{' '}
            {!said.done && said.isStale && (
              <a className="usa-link" href="/login?fresh=1&returnTo=/administration">
                Log in again
              </a>
            )}
          </Alert>
        )}
      </div>
      <section aria-labelledby="organisations-title">
        <h2 id="organisations-title">Organisations and roles</h2>
        <Checkbox
          id="all-organisations"
          name="all"
          label="Show organisations at which nobody holds a role too"
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        {roles.length === 0 && !all && <p className="empty">Nobody holds a role that you may see.</p>}
        <OrganisationTree directory={directory} all={all} {...(may ? { onEnd: end } : {})} />
      </section>
      {may && (
        <>
          <section aria-labelledby="invite-title">
            <h2 id="invite-title">Invite somebody</h2>
            <InviteForm onRefused={after('')} />
          </section>
          <section aria-labelledby="give-title">
            <h2 id="give-title">Give a role</h2>
            <RoleForm organisations={organisations} onGive={give} />
          </section>
        </>
      )}
    </div>
  );
}
