import { Button, Label, TextInput } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { type Changed, invite } from '../data/administration.ts';

/** Makes a link for one person. It is shown once, here. */
export function InviteForm({ onRefused }: { readonly onRefused: (refused: Changed) => void }) {
  const [made, setMade] = useState<{ readonly personId: string; readonly link: string }>();
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('displayName') ?? '');
    const answer = await invite(name);
    if ('link' in answer) setMade(answer);
    else onRefused(answer);
  };
  return (
    <form onSubmit={(event) => void ask(event)} className="administration__form" aria-label="Invite somebody">
      <Label htmlFor="invite-name">Name</Label>
      <TextInput id="invite-name" name="displayName" type="text" required maxLength={100} />
      <Button type="submit">Make an invitation</Button>
      <div role="status">
        {made && (
          <p>
            <code>{made.personId}</code> becomes a member by this link, once, within a day. It is shown this once:
            <br />
            <code className="administration__link">{made.link}</code>
          </p>
        )}
      </div>
    </form>
  );
}
