import { parseArgs } from 'node:util';
import { exitCodes, type HouseFault, housePlace, type OpenHouse } from '@muster/house';
import { faultWords, type LoadedScenario, loadScenario } from '@muster/scenarios';
import { readSettings, type ServerSettings } from './server-settings.ts';

export const usage = `npm start [-- --fresh] [--port N] [--scenario NAME]

  --fresh          begin anew: empty the data folder first
  --port N         listen on 127.0.0.1:N (MUSTER_PORT; 4600 unless told)
  --scenario NAME  play this scenario, by name or folder ("none" plays none;
                   article unless told, or none where MUSTER_ACCESS=members)

Everything is kept in ./data, or where MUSTER_DATA says; DATABASE_URL names a
PostgreSQL of your own. docs/guides/operate.md tells what else can be set.`;

export interface StartTerms extends Pick<OpenHouse, 'dataFolder' | 'databaseUrl' | 'keyFolder' | 'logOrigin'> {
  readonly fresh: boolean;
  readonly settings: ServerSettings;
  readonly scenario: LoadedScenario | undefined;
}

const badInput = (fault: string): HouseFault => ({ code: 'START_INVALID', fault, exitCode: exitCodes.badInput });

/** What was asked of the server, wholly read before anything is opened, or emptied; `help` where that was asked. */
export function readTerms(args: readonly string[], environment: NodeJS.ProcessEnv): StartTerms | HouseFault | 'help' {
  const given = parsed(args);
  if ('fault' in given) return given;
  if (given.help) return 'help';
  const settings = readSettings(environment, given.port);
  if ('faults' in settings) return badInput(settings.faults.join('\n'));
  const place = housePlace(environment);
  if (given.fresh && place.databaseUrl) {
    return badInput('--fresh empties a data folder; with DATABASE_URL make a new database instead.');
  }
  // Who serves members in earnest is not to find a story of the past in the record.
  const name = given.scenario ?? (settings.access === 'members' ? 'none' : 'article');
  const scenario = name === 'none' ? undefined : loadScenario(name);
  if (scenario && 'faults' in scenario) return badInput(scenario.faults.map(faultWords).join('\n'));
  return { ...place, fresh: given.fresh, settings, scenario };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean', default: false },
        port: { type: 'string' },
        scenario: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    return badInput(`${(error as Error).message}\n\n${usage}`);
  }
}
