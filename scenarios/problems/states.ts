import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

/** A state, district or territory with a National Guard: where it is, and how many there are. */
export interface State {
  readonly code: string;
  readonly placeId: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Guard members on 30 June 2025, or the estimate where no source gives a figure: see article/derive.ts. */
  readonly members: number;
  /** Sworn local and state officers (FBI, 2024-25). */
  readonly officers: number;
}

const here = (name: string) => new URL(name, import.meta.url);
type Cells = Record<string, string>;
const table = (name: string): Cells[] =>
  parse(readFileSync(here(name), 'utf8'), { columns: true, comment: '#', comment_no_infix: true }) as Cells[];

interface PlaceRow {
  readonly placeId: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** All 54, in the order of the table. */
export function readStates(): State[] {
  const terms = parseYaml(readFileSync(here('../../law/us/terms/places.yaml'), 'utf8')) as { places: PlaceRow[] };
  const places = new Map(terms.places.map((p) => [p.placeId, p]));
  const rows = table('../article/strength.csv');
  const blank = rows.filter((r) => !r.members).reduce((n, r) => n + Number(r.sworn_officers || 277), 0);
  const known = rows.reduce((n, r) => n + Number(r.members || 0), 0);
  return rows.flatMap((r) => {
    const place = places.get(`us-${r.code}`);
    if (!place) return [];
    const officers = Number(r.sworn_officers || 277);
    const members = Number(r.members) || Math.round(((432_460 - known) * officers) / blank);
    return [{ code: r.code ?? '', members, officers, ...place }];
  });
}
