import { describe, expect, it } from 'vitest';
import { exerciseSettings, isThisMachine, readSettings } from './server-settings.ts';

const faultsOf = (environment: NodeJS.ProcessEnv): readonly string[] => {
  const read = readSettings(environment);
  return 'faults' in read ? read.faults : [];
};

const provider = {
  MUSTER_OIDC_ISSUER: 'https://login.example.gov',
  MUSTER_OIDC_CLIENT_ID: 'muster',
  MUSTER_PUBLIC_URL: 'https://muster.example.gov/',
};

describe('what the surroundings say of a server', () => {
  it('is an exercise on this machine where they say nothing', () => {
    expect(readSettings({})).toEqual(exerciseSettings);
  });

  it('is read whole', () => {
    const environment = {
      MUSTER_ACCESS: 'members',
      MUSTER_HOST: '0.0.0.0',
      MUSTER_PORT: '8080',
      MUSTER_HOST_NAMES: 'Muster.example.gov, muster.example.org',
      MUSTER_TRUSTED_PROXIES: '10.0.0.0/8,::1',
      MUSTER_LOG_LEVEL: 'warn',
      MUSTER_METRICS_TOKEN: 'sixteen-letters-x',
      MUSTER_CALLS_PER_MINUTE: '60',
      MUSTER_MOST_DELAY_MS: '500',
      MUSTER_DRAIN_SECONDS: '5',
    };
    expect(readSettings(environment)).toEqual({
      login: { publicUrl: undefined, provider: undefined },
      access: 'members',
      host: '0.0.0.0',
      port: 8080,
      hostNames: ['muster.example.gov', 'muster.example.org'],
      trustedProxies: ['10.0.0.0/8', '::1'],
      logLevel: 'warn',
      metricsToken: 'sixteen-letters-x',
      callsPerMinute: 60,
      mostDelayMs: 500,
      drainSeconds: 5,
    });
    expect(readSettings(environment, '9090')).toMatchObject({ port: 9090 });
  });

  it('knows members by the issuer that the surroundings name, and is reached by its public name', () => {
    expect(readSettings(provider)).toMatchObject({
      hostNames: ['muster.example.gov'],
      login: {
        publicUrl: 'https://muster.example.gov',
        provider: { issuer: 'https://login.example.gov', clientId: 'muster', clientSecret: undefined },
      },
    });
    const here = {
      ...provider,
      MUSTER_OIDC_ISSUER: 'http://127.0.0.1:9000',
      MUSTER_PUBLIC_URL: 'http://localhost:4600',
    };
    expect(readSettings(here)).toMatchObject({ access: 'members' });
    for (const issuer of [
      'http://login.example.gov',
      'login.example.gov',
      'file:///etc/passwd',
      'https://me:pw@x.example',
    ]) {
      expect(faultsOf({ ...provider, MUSTER_OIDC_ISSUER: issuer }), issuer).toHaveLength(1);
    }
    for (const url of ['http://muster.example.gov', 'https://muster.example.gov/path', 'muster.example.gov']) {
      expect(faultsOf({ ...provider, MUSTER_PUBLIC_URL: url }), url).not.toHaveLength(0);
    }
    expect(faultsOf({ MUSTER_OIDC_ISSUER: 'https://login.example.gov' })).toEqual([
      'MUSTER_OIDC_ISSUER is set and MUSTER_OIDC_CLIENT_ID is not: the provider gave you one for this Muster.',
      'MUSTER_OIDC_ISSUER is set and MUSTER_PUBLIC_URL is not: say where the provider is to send people back to.',
    ]);
  });

  it('keeps members apart from an exercise: an issuer lets members in, and limits and logs are on', () => {
    const members = readSettings(provider);
    expect(members).toMatchObject({
      access: 'members',
      host: '127.0.0.1',
      logLevel: 'info',
      callsPerMinute: 1200,
      mostDelayMs: 1000,
    });
    expect(readSettings({ MUSTER_ACCESS: 'members', MUSTER_CALLS_PER_MINUTE: 'any' })).toMatchObject({
      callsPerMinute: undefined,
    });
  });

  it('never lets others reach an exercise, nor a server that knows no name of its own', () => {
    expect(faultsOf({ MUSTER_HOST: '0.0.0.0' })).toEqual([
      'MUSTER_HOST says 0.0.0.0, which others can reach, and in an exercise whoever calls may read all: set MUSTER_ACCESS=members, or leave MUSTER_HOST out.',
      'MUSTER_HOST says 0.0.0.0, which others can reach: say in MUSTER_HOST_NAMES by which names, such as muster.example.gov.',
    ]);
    expect(faultsOf({ MUSTER_HOST: '127.0.0.2' })).toEqual([]);
  });

  it.each([
    [{ MUSTER_ACCESS: 'all' }, 'MUSTER_ACCESS says "all": write exercise or members.'],
    [
      { MUSTER_ACCESS: 'exercise', ...provider },
      'MUSTER_ACCESS says exercise, and MUSTER_OIDC_ISSUER lets members log in: leave one of them out.',
    ],
    [{ MUSTER_PORT: '1e3' }, 'The port "1e3" is not a number from 0 to 65535.'],
    [{ MUSTER_LOG_LEVEL: 'loud' }, 'MUSTER_LOG_LEVEL says "loud": write one of silent, error, warn, info, debug.'],
    [
      { MUSTER_CALLS_PER_MINUTE: '0' },
      'MUSTER_CALLS_PER_MINUTE says "0": write a whole number from 1 to 10000000, or any.',
    ],
    [{ MUSTER_DRAIN_SECONDS: '-1' }, 'MUSTER_DRAIN_SECONDS says "-1": write a whole number from 0 to 300.'],
    [
      { MUSTER_HOST: 'localhost' },
      'MUSTER_HOST says "localhost": write the address to listen on, such as 127.0.0.1 or 0.0.0.0.',
    ],
    [
      { MUSTER_HOST_NAMES: 'https://muster.example' },
      'MUSTER_HOST_NAMES holds "https://muster.example": write host names without port or path, with commas between them.',
    ],
    [
      { MUSTER_TRUSTED_PROXIES: '10.0.0.0/64' },
      'MUSTER_TRUSTED_PROXIES holds "10.0.0.0/64": write addresses or networks, such as 127.0.0.1 or 10.0.0.0/8, with commas between them.',
    ],
    [{ MUSTER_METRICS_TOKEN: 'short' }, 'MUSTER_METRICS_TOKEN has fewer than 16 letters: draw a longer one.'],
  ])('is refused in one sentence: %o', (environment, fault) => {
    expect(faultsOf(environment)).toEqual([fault]);
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['0.0.0.0', false],
  ['fe80::1', false],
  ['nowhere', false],
])('%s is this machine: %s', (address, isOwn) => {
  expect(isThisMachine(address)).toBe(isOwn);
});
