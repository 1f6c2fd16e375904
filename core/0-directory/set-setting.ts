import { type Act, type PartyId, type ReadStream, refuse, settingsStream } from '@muster/terms';
import { z } from 'zod';
import type { SettingSet } from './events.ts';
import { gatherKeeper } from './keeper.ts';
import { notKept } from './may-administer.ts';

const data = z.discriminatedUnion('name', [
  /** What this Muster is called where people log in. */
  z.strictObject({ name: z.literal('houseName'), value: z.string().min(2).max(80) }),
  /** How long ago a login may be where a decision is signed; never more than 15 minutes. */
  z.strictObject({ name: z.literal('freshLoginMinutes'), value: z.int().min(1).max(15) }),
]);
type Data = z.infer<typeof data>;

export interface Settings {
  readonly houseName: string;
  readonly freshLoginMinutes: number;
}

/** What holds while nobody has set anything else. */
export const usualSettings: Settings = { houseName: 'Muster', freshLoginMinutes: 15 };

export async function gatherSettings(read: ReadStream): Promise<Settings> {
  const set = (await read(settingsStream)).map(({ fact }) => (fact as SettingSet).data);
  return { ...usualSettings, ...Object.fromEntries(set.map(({ name, value }) => [name, value])) };
}

interface State {
  readonly keeperId: PartyId | undefined;
  readonly settings: Settings;
}

/** Sets what holds for all of this Muster; who set it and when is read in the record, as all else. */
export const setSetting: Act<'SetSetting', Data, State, SettingSet> = {
  name: 'SetSetting',
  doc: 'Set what holds for all of this Muster: what it is called, how fresh a login must be to sign a decision.',
  who: ['administrator'],
  data,
  writes: () => settingsStream,
  gather: async (read) => ({ keeperId: await gatherKeeper(read), settings: await gatherSettings(read) }),
  decide: ({ keeperId, settings }, { by, data: set }) => {
    const asked = `To set ${set.name} to ${JSON.stringify(set.value)}.`;
    if (keeperId === undefined) return notKept(asked);
    if (by.partyId !== keeperId) {
      return refuse('DIRECTORY_NOT_YOURS', {
        asked,
        why: `It holds for all of this Muster, which ${keeperId} keeps, and ${by.partyId} acts.`,
        allowed: `An administrator of ${keeperId} may set it.`,
      });
    }
    if (settings[set.name] === set.value) {
      return refuse('DIRECTORY_SETTING_ALREADY_SET', { asked, why: 'It is set so.', allowed: 'Nothing need be done.' });
    }
    return [{ type: 'SettingSet', version: 1, data: set }];
  },
};
