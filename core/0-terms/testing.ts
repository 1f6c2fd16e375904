import type { Act, Alongside, Command } from './act.ts';
import type { Actor, Role } from './actor.ts';
import type { Fact, Recorded, StreamName } from './event.ts';
import type { CommandId, PartyId, PersonId } from './ids.ts';
import type { Instant } from './period.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/** Who acts in a test: `actor('us.dhs', 'counsel')`. */
export const actor = (partyId: string, role: Role, person = `per_${role.toLowerCase()}`): Actor => ({
  personId: person as PersonId,
  partyId: partyId as PartyId,
  role,
});

interface Past {
  readonly stream: StreamName;
  readonly fact: Fact;
  readonly by?: Actor;
}

/** What has happened, as a test states it. */
export const past = (stream: StreamName, fact: Fact, by?: Actor): Past => ({ stream, fact, ...(by ? { by } : {}) });

/** Given what has happened, when a command is given, then these facts follow, or this refusal. */
export function given(...history: readonly Past[]) {
  return {
    async when<Name extends string, Data, State, F extends Fact, Tools>(
      act: Act<Name, Data, State, F, Tools>,
      by: Actor,
      at: string,
      data: unknown,
      tools: NoInfer<Tools>,
    ): Promise<{
      readonly facts: readonly F[];
      readonly alongside: readonly Alongside[];
      readonly refusal: Refusal | undefined;
    }> {
      const parsed = act.data.parse(data);
      const read = async (stream: StreamName): Promise<Recorded[]> => recorded(history, stream);
      const command: Command<Name, Data> = {
        commandId: 'cmd_test' as CommandId,
        name: act.name,
        at: at as Instant,
        by,
        data: parsed,
      };
      const state = await act.gather(read, parsed, tools);
      const decision = act.decide(state, command, tools);
      if (isRefusal(decision)) return { facts: [], alongside: [], refusal: decision };
      return { facts: decision, alongside: act.alongside?.(state, decision, tools) ?? [], refusal: undefined };
    },
  };
}

function recorded(history: readonly Past[], stream: StreamName): Recorded[] {
  return history
    .filter((p) => p.stream === stream)
    .map((p, i) => ({
      stream,
      position: i + 1,
      fact: p.fact,
      at: '2025-05-01T00:00:00Z' as Instant,
      by: p.by ?? actor('us.test', 'flow'),
      commandId: 'cmd_past' as CommandId,
    }));
}
