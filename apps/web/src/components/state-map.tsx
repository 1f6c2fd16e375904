import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'us-atlas/states-albers-10m.json';
import type { ConsentRow } from '../text/consent-rows.ts';
import { consentLabels } from '../text/labels.ts';
import { count } from '../text/numbers.ts';
import { besideTheMap, postalOf, territories } from '../text/states.ts';
import { StatusPatterns } from './status-patterns.tsx';

type Atlas = Topology<{ states: GeometryCollection<{ name: string }> }>;

const path = geoPath();
const topology = atlas as unknown as Atlas;
const states = feature(topology, topology.objects.states).features.map((state) => ({
  postal: postalOf(String(state.id)) ?? '',
  name: state.properties.name,
  outline: path(state) ?? '',
  centre: path.centroid(state),
}));
/** Where the middle of a state's outline is not where its letters look right. */
const nudges: Readonly<Record<string, readonly [x: number, y: number]>> = {
  AK: [6, -6],
  CA: [-8, 4],
  FL: [15, 2],
  HI: [12, -12],
  ID: [-3, 22],
  KY: [6, 2],
  LA: [-12, 0],
  MI: [14, 26],
  MN: [-6, 4],
  NC: [4, -1],
  OK: [9, 2],
  SC: [2, -2],
  TN: [0, 1],
  VA: [8, 5],
  WV: [-5, 6],
  WA: [6, 2],
  NY: [4, 0],
};
const besideX = 968;
const squareSize = 26;

interface StateMapProps {
  readonly byPostal: ReadonlyMap<string, ConsentRow>;
  readonly onPick: (name: string) => void;
}

/** A picture for the eye; the table below it is its equal for everyone. */
export default function StateMap({ byPostal, onPick }: StateMapProps) {
  const asked = territories.filter((code) => byPostal.has(code));
  const small = new Set<string>(besideTheMap);
  return (
    <svg
      className="state-map"
      viewBox="-10 0 1040 620"
      role="img"
      aria-label={`Map of the United States with the answer of each of ${byPostal.size} states and territories. The table below gives the same in words.`}
    >
      <StatusPatterns />
      <g>
        {states.map(({ postal, name, outline }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; the table's filter is the way for all
          <path
            key={postal}
            d={outline}
            className={`state ${stateClass(byPostal.get(postal))}`}
            onClick={() => onPick(byPostal.get(postal)?.shortName ?? name)}
          >
            <title>{told(name, byPostal.get(postal))}</title>
          </path>
        ))}
      </g>
      <g className="state-letters">
        {states
          .filter(({ postal }) => !small.has(postal))
          .map(({ postal, centre: [x, y] }) => {
            const [dx, dy] = nudges[postal] ?? [0, 0];
            return (
              <text key={postal} x={x + dx} y={y + dy + 5} className={letterClass(byPostal.get(postal))}>
                {postal}
              </text>
            );
          })}
      </g>
      {besideTheMap.map((postal, i) => (
        <Square
          key={postal}
          postal={postal}
          x={besideX}
          y={196 + i * (squareSize + 5)}
          row={byPostal.get(postal)}
          onPick={onPick}
        />
      ))}
      {asked.length > 0 && (
        <text className="state-map__words" x={besideX + squareSize} y={512}>
          Territories
        </text>
      )}
      {asked.map((postal, i) => (
        <Square
          key={postal}
          postal={postal}
          x={besideX - (asked.length - 1 - i) * (squareSize + 6)}
          y={522}
          row={byPostal.get(postal)}
          onPick={onPick}
        />
      ))}
    </svg>
  );
}

interface SquareProps {
  readonly postal: string;
  readonly x: number;
  readonly y: number;
  readonly row: ConsentRow | undefined;
  readonly onPick: (name: string) => void;
}

function Square({ postal, x, y, row, onPick }: SquareProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; the table's filter is the way for all
    <g onClick={() => onPick(row?.shortName ?? postal)} className="state-square">
      <title>{told(row?.name ?? postal, row)}</title>
      <rect className={`state ${stateClass(row)}`} x={x} y={y} width={squareSize} height={squareSize} rx={3} />
      <g className="state-letters">
        <text x={x + squareSize / 2} y={y + squareSize / 2 + 5} className={letterClass(row)}>
          {postal}
        </text>
      </g>
    </g>
  );
}

const stateClass = (row: ConsentRow | undefined): string => `state--${row?.status ?? 'notAsked'}`;
const letterClass = (row: ConsentRow | undefined): string => `letters--${row?.status ?? 'notAsked'}`;

const told = (name: string, row: ConsentRow | undefined): string =>
  row
    ? `${row.name}: ${consentLabels[row.status]}, ${count(row.granted)} of ${count(row.asked)} asked`
    : `${name}: not asked`;
