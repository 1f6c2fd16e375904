import type { HeldRole } from '@muster/flow';
import type { House } from '@muster/house';
import { dayOf, type Instant } from '@muster/terms';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sendCsv, tableAnswer, wantsCsv } from './csv.ts';
import type { Standing } from './sight-of.ts';

const organisationShown = z.object({
  partyId: z.string(),
  name: z.string(),
  withinId: z.string().optional(),
  sovereignId: z.string(),
  closed: z.boolean(),
  noted: z.boolean(),
});
const roleShown = z.object({
  personId: z.string(),
  partyId: z.string(),
  role: z.string(),
  fromOn: z.string(),
  toOn: z.string().optional(),
  held: z.boolean(),
});

/** Organisations, who holds which role, and what is set. */
export const directoryRoutes =
  (house: House, now: () => Instant): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/organisations',
      {
        schema: {
          operationId: 'listOrganisations',
          tags: ['read'],
          summary: 'Every organisation: those the law pack names, and those noted beside them.',
          response: {
            200: tableAnswer(z.object({ keeperId: z.string().nullable(), organisations: z.array(organisationShown) })),
          },
        },
      },
      async (call, reply) => {
        const organisations = [...(await house.directory.organisations())];
        if (wantsCsv(call)) return sendCsv(reply, 'organisations', organisationShown, organisations);
        const keeperId = (await house.directory.keeper()) ?? null;
        return reply.type('application/json').send({ keeperId, organisations });
      },
    );
    app.get(
      '/api/roles',
      {
        schema: {
          operationId: 'listRoles',
          tags: ['read'],
          summary:
            'Who holds which role: at the organisations at which the caller holds one, or which they administer.',
          response: { 200: tableAnswer(z.array(roleShown)) },
        },
      },
      async (call, reply) => {
        const rows = await rolesFor(call.standing);
        if (wantsCsv(call)) return sendCsv(reply, 'roles', roleShown, rows);
        return reply.type('application/json').send([...rows]);
      },
    );

    async function rolesFor({ kind, roles: own, keeperId }: Standing): Promise<readonly HeldRole[]> {
      const roles = await house.directory.roles(dayOf(now()));
      if (kind !== 'member') return roles;
      const at = new Set(own.map((r) => r.partyId));
      const administered = new Set(own.filter((r) => r.role === 'administrator').map((r) => r.partyId));
      if (keeperId !== undefined && administered.has(keeperId)) return roles;
      const organisations = new Map((await house.directory.organisations()).map((o) => [o.partyId, o.withinId]));
      const isWithin = (partyId: string | undefined, seen = 0): boolean =>
        partyId !== undefined &&
        seen < 100 &&
        (administered.has(partyId as never) || isWithin(organisations.get(partyId as never), seen + 1));
      return roles.filter((r) => at.has(r.partyId) || isWithin(r.partyId));
    }
    app.get(
      '/api/settings',
      {
        schema: {
          operationId: 'showSettings',
          tags: ['read'],
          summary: 'What is set for all of this Muster.',
          response: { 200: z.object({ houseName: z.string(), freshLoginMinutes: z.int() }) },
        },
      },
      async () => house.directory.settings(),
    );
  };
