import { Button, Label, Select, TextInput } from '@trussworks/react-uswds';
import type { FormEvent } from 'react';
import type { OrganisationShown, RoleAt } from '../data/administration.ts';
import { roleWords } from './organisation-tree.tsx';

const roles = [
  'requestingPlanner',
  'counsel',
  'consentingOfficial',
  'sourcingOfficer',
  'lenderCoordinator',
  'deploymentDesk',
  'financeOfficer',
  'programmeOfficer',
  'auditor',
  'administrator',
];

interface RoleFormProps {
  readonly organisations: readonly OrganisationShown[];
  readonly onGive: (role: RoleAt) => void;
}

export function RoleForm({ organisations, onGive }: RoleFormProps) {
  const give = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const text = (name: string) => String(said.get(name) ?? '').trim();
    onGive({ personId: text('personId'), role: text('role'), partyId: text('partyId') });
  };
  return (
    <form onSubmit={give} className="administration__form" aria-label="Give a role">
      <Label htmlFor="role-person">Person</Label>
      <span className="note" id="role-person-hint">
        Their id, which an invitation shows, such as per_3f9a.
      </span>
      <TextInput id="role-person" name="personId" type="text" required aria-describedby="role-person-hint" />
      <Label htmlFor="role-role">Role</Label>
      <Select id="role-role" name="role">
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleWords(role)}
          </option>
        ))}
      </Select>
      <Label htmlFor="role-party">At</Label>
      <Select id="role-party" name="partyId">
        {organisations
          .filter((o) => !o.closed)
          .map((o) => (
            <option key={o.partyId} value={o.partyId}>
              {o.name}
            </option>
          ))}
      </Select>
      <Button type="submit">Give the role</Button>
    </form>
  );
}
