import { directoryStream, type PartyId, type ReadStream } from '@muster/terms';
import type { DirectoryKept } from './events.ts';

/** The organisation that keeps the directory; undefined while it is not kept, and everybody is believed. */
export async function gatherKeeper(read: ReadStream): Promise<PartyId | undefined> {
  const [kept] = await read(directoryStream);
  return (kept?.fact as DirectoryKept | undefined)?.data.keeperId;
}
