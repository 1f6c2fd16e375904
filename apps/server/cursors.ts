import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { House } from '@muster/house';
import { callProblem, type Problem } from './problem.ts';

/** Where a reader of a list stands, as text that says nothing and that nobody but this house's servers can make. */
export interface Cursors {
  /** `list` says which list, in which order and with which filters: a cursor is none for any other. */
  sign(list: string, place: unknown): Promise<string>;
  /** Where the cursor stands; undefined for one that was not made here for this list. */
  read(list: string, cursor: string): Promise<unknown>;
}

export function cursorsOf(house: House): Cursors {
  let key: Promise<string> | undefined;
  const seal = async (list: string, text: string): Promise<Buffer> => {
    // One for all servers of the house, drawn by the first that needs it.
    key ??= house.accounts.secret('cursor-key', randomBytes(32).toString('base64url')).catch((error) => {
      key = undefined;
      throw error;
    });
    return createHmac('sha256', await key)
      .update(JSON.stringify([list, text]))
      .digest()
      .subarray(0, 16);
  };
  return {
    sign: async (list, place) => {
      const text = Buffer.from(JSON.stringify(place)).toString('base64url');
      return `${text}.${(await seal(list, text)).toString('base64url')}`;
    },
    read: async (list, cursor) => {
      const [text = '', sealed = '', ...more] = cursor.split('.');
      const given = Buffer.from(sealed, 'base64url');
      const own = await seal(list, text);
      if (more.length > 0 || given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
      return JSON.parse(Buffer.from(text, 'base64url').toString());
    },
  };
}

export const cursorUnknown = (): Problem =>
  callProblem(
    400,
    'CURSOR_UNKNOWN',
    'This cursor was not made by this Muster for this list, in this order and with these filters.',
    'Begin without "after", and follow the Link of each answer.',
  );
