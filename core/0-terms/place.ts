import { geoDistance } from 'd3-geo';
import type { PartyId, PlaceId } from './ids.ts';

export interface Place {
  readonly placeId: PlaceId;
  readonly name: string;
  /** Who governs it: the host's sovereign. */
  readonly sovereignId: PartyId;
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
}

/** Mean radius of the Earth, km (IUGG). */
const earthRadiusKm = 6371.0088;

/** Great-circle distance between the centres of two places, whole km. */
export const distanceKm = (a: Place, b: Place): number =>
  Math.round(geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]) * earthRadiusKm);
