import type { Day, Fact, PartyId, PersonId, Role } from '@muster/terms';

/** From this fact on nobody is believed: whoever gives a command must hold that role at that party. */
export type DirectoryKept = Fact<
  'DirectoryKept',
  {
    /** The organisation that runs this Muster. */
    readonly keeperId: PartyId;
    /** Its administrator from now on; the first, or another where all others are lost. */
    readonly administratorId: PersonId;
  },
  1
>;

export type OrganisationNoted = Fact<
  'OrganisationNoted',
  {
    readonly partyId: PartyId;
    readonly name: string;
    /** The organisation it is part of; none for one that is part of none. */
    readonly withinId?: PartyId;
    readonly sovereignId: PartyId;
  },
  1
>;

export type OrganisationMoved = Fact<
  'OrganisationMoved',
  { readonly partyId: PartyId; readonly withinId: PartyId; readonly reason: string },
  1
>;

export type OrganisationClosed = Fact<'OrganisationClosed', { readonly partyId: PartyId; readonly reason: string }, 1>;

export type RoleGiven = Fact<
  'RoleGiven',
  {
    readonly personId: PersonId;
    readonly partyId: PartyId;
    readonly role: Role;
    /** The first day on which it is held. */
    readonly fromOn: Day;
    /** The first day after it; held until ended when absent. */
    readonly toOn?: Day;
    /** Who kept the directory when it was given; absent where everybody was believed, and then it counts for nothing once it is kept. */
    readonly keeperId?: PartyId;
  },
  1
>;

export type RoleEnded = Fact<
  'RoleEnded',
  { readonly personId: PersonId; readonly partyId: PartyId; readonly role: Role; readonly reason: string },
  1
>;

export type SettingSet = Fact<'SettingSet', { readonly name: SettingName; readonly value: string | number }, 1>;

/** What an administrator may set for all of this Muster. */
export type SettingName = 'houseName' | 'freshLoginMinutes';

export type OrganisationFact = OrganisationNoted | OrganisationMoved | OrganisationClosed;
export type RoleFact = RoleGiven | RoleEnded;
export type DirectoryFact = DirectoryKept | OrganisationFact | RoleFact | SettingSet;
