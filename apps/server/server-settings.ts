import { BlockList, isIP } from 'node:net';
import { exerciseLogin, type LoginSettings, readLoginSettings } from './identity/login-settings.ts';

/** Who is let in, see docs/concepts: an exercise believes whoever holds the data folder's token; members must say who they are. */
export type Access = 'exercise' | 'members';

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** How a server is run, beyond which house it serves. All of it is read from the surroundings, here alone. */
export interface ServerSettings {
  readonly access: Access;
  readonly login: LoginSettings;
  /** The address to listen on. */
  readonly host: string;
  readonly port: number;
  /** The names by which callers may reach it, beside this machine's own. */
  readonly hostNames: readonly string[];
  /** Whose word is taken about who calls, by which name and whether by TLS: addresses or networks of proxies. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: LogLevel;
  /** What lets others than this machine read the metrics. */
  readonly metricsToken: string | undefined;
  /** How many calls one caller, or one address, may make in a minute; any number where undefined. */
  readonly callsPerMinute: number | undefined;
  /** How late the event loop may be, on average of a second, before callers are asked to come later; however late where undefined. */
  readonly mostDelayMs: number | undefined;
  /** How long to go on serving after having said that one is no longer ready, so that nobody new is sent here. */
  readonly drainSeconds: number;
}

/** What holds where nothing is said: an exercise on this machine. */
export const exerciseSettings: ServerSettings = {
  access: 'exercise',
  login: exerciseLogin,
  host: '127.0.0.1',
  port: 4600,
  hostNames: [],
  trustedProxies: [],
  logLevel: 'error',
  metricsToken: undefined,
  callsPerMinute: undefined,
  mostDelayMs: undefined,
  drainSeconds: 0,
};

/** The settings, or every fault in them, each one sentence. */
export type ReadSettings = ServerSettings | { readonly faults: readonly string[] };

export function readSettings(environment: NodeJS.ProcessEnv, port?: string): ReadSettings {
  const faults: string[] = [];
  const fault = (words: string) => void faults.push(words);
  const access = readAccess(environment, fault);
  const isMembers = access === 'members';
  const login = readLoginSettings(environment, fault);
  const settings: ServerSettings = {
    access,
    login,
    host: environment.MUSTER_HOST || exerciseSettings.host,
    port: readPort(port ?? (environment.MUSTER_PORT || String(exerciseSettings.port)), fault),
    hostNames: [...listIn(environment.MUSTER_HOST_NAMES).map((name) => name.toLowerCase()), ...publicName(login)],
    trustedProxies: listIn(environment.MUSTER_TRUSTED_PROXIES),
    logLevel: readLevel(environment.MUSTER_LOG_LEVEL || (isMembers ? 'info' : exerciseSettings.logLevel), fault),
    metricsToken: environment.MUSTER_METRICS_TOKEN || undefined,
    callsPerMinute: readOrAny('MUSTER_CALLS_PER_MINUTE', environment, isMembers ? '1200' : 'any', fault),
    // In an exercise one machine is all there is: a plan that holds it up is waited for, and no other server would be quicker.
    mostDelayMs: readOrAny('MUSTER_MOST_DELAY_MS', environment, isMembers ? '1000' : 'any', fault),
    drainSeconds: readNumber('MUSTER_DRAIN_SECONDS', environment.MUSTER_DRAIN_SECONDS || '0', [0, 300], fault),
  };
  for (const words of contradictions(settings)) fault(words);
  return faults.length > 0 ? { faults } : settings;
}

/** Whoever is to be reached by an address is also reached by its name. */
const publicName = ({ publicUrl }: LoginSettings): string[] =>
  publicUrl !== undefined && URL.canParse(publicUrl) ? [new URL(publicUrl).hostname] : [];

type Fault = (words: string) => void;

function readAccess({ MUSTER_ACCESS: given, MUSTER_OIDC_ISSUER: issuer }: NodeJS.ProcessEnv, fault: Fault): Access {
  if (given && given !== 'exercise' && given !== 'members') {
    fault(`MUSTER_ACCESS says "${given}": write exercise or members.`);
  }
  if (issuer && given === 'exercise') {
    fault('MUSTER_ACCESS says exercise, and MUSTER_OIDC_ISSUER lets members log in: leave one of them out.');
  }
  return given === 'members' || issuer ? 'members' : 'exercise';
}

function readPort(given: string, fault: Fault): number {
  if (/^\d+$/.test(given) && Number(given) <= 65_535) return Number(given);
  fault(`The port "${given}" is not a number from 0 to 65535.`);
  return 0;
}

function readLevel(given: string, fault: Fault): LogLevel {
  const level = logLevels.find((one) => one === given);
  if (!level) fault(`MUSTER_LOG_LEVEL says "${given}": write one of ${logLevels.join(', ')}.`);
  return level ?? 'error';
}

function readOrAny(name: string, environment: NodeJS.ProcessEnv, otherwise: string, fault: Fault): number | undefined {
  const given = environment[name] || otherwise;
  return given === 'any' ? undefined : readNumber(name, given, [1, 10_000_000], fault, ', or any');
}

function readNumber(name: string, given: string, [least, most]: [number, number], fault: Fault, or = ''): number {
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  fault(`${name} says "${given}": write a whole number from ${least} to ${most}${or}.`);
  return least;
}

function* contradictions(settings: ServerSettings): Generator<string> {
  const { access, host, hostNames, trustedProxies, metricsToken } = settings;
  if (isIP(host) === 0)
    yield `MUSTER_HOST says "${host}": write the address to listen on, such as 127.0.0.1 or 0.0.0.0.`;
  else if (!isThisMachine(host)) {
    if (access !== 'members') {
      yield `MUSTER_HOST says ${host}, which others can reach, and in an exercise whoever calls may read all: set MUSTER_ACCESS=members, or leave MUSTER_HOST out.`;
    }
    if (hostNames.length === 0) {
      yield `MUSTER_HOST says ${host}, which others can reach: say in MUSTER_HOST_NAMES by which names, such as muster.example.gov.`;
    }
  }
  const wrong = hostNames.find(
    (name) => !/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name),
  );
  if (wrong !== undefined)
    yield `MUSTER_HOST_NAMES holds "${wrong}": write host names without port or path, with commas between them.`;
  const stranger = trustedProxies.find((place) => !isNetwork(place));
  if (stranger !== undefined) {
    yield `MUSTER_TRUSTED_PROXIES holds "${stranger}": write addresses or networks, such as 127.0.0.1 or 10.0.0.0/8, with commas between them.`;
  }
  if (metricsToken !== undefined && metricsToken.length < 16) {
    yield 'MUSTER_METRICS_TOKEN has fewer than 16 letters: draw a longer one.';
  }
}

const listIn = (text = ''): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

function isNetwork(place: string): boolean {
  const [address = '', bits, more] = place.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

const ownAddresses = new BlockList();
ownAddresses.addSubnet('127.0.0.0', 8, 'ipv4');
ownAddresses.addAddress('::1', 'ipv6');

/** Whether an address is this machine's own and nobody else's. */
export const isThisMachine = (address: string): boolean =>
  isIP(address) !== 0 &&
  ownAddresses.check(address.replace(/^::ffff:/, ''), isIP(address.replace(/^::ffff:/, '')) === 4 ? 'ipv4' : 'ipv6');
