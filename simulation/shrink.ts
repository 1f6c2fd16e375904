import { type Live, type Lived, live } from './live.ts';
import type { Script } from './script.ts';

/** The same life with less in it: without one turn, or without one step of a turn, or in better weather. */
function* shorter(script: Script): Generator<Script> {
  const calm = { drops: 0, doubles: 0, lates: 0, deaths: 0 };
  for (const t of script.turns.keys()) yield { ...script, turns: script.turns.toSpliced(t, 1) };
  for (const [t, turn] of script.turns.entries()) {
    for (const s of turn.steps.keys()) {
      yield { ...script, turns: script.turns.with(t, { ...turn, steps: turn.steps.toSpliced(s, 1) }) };
    }
    if (turn.days > 0) yield { ...script, turns: script.turns.with(t, { ...turn, days: 0 }) };
  }
  if (script.clocks.length > 0) yield { ...script, clocks: [] };
  for (const kind of ['drops', 'doubles', 'lates', 'deaths'] as const) {
    if (script.weather[kind] > 0) yield { ...script, weather: { ...script.weather, [kind]: calm[kind] } };
  }
}

/** Leaves out of a life whatever its lie does not need, for as long as the same truth breaks. */
export async function shrink(of: Live, lived: Lived): Promise<Lived> {
  let least = lived;
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (const script of shorter(least.script)) {
      const again = await live({ ...of, script });
      if (again.lie?.truth !== lived.lie?.truth) continue;
      least = again;
      isShorter = true;
      break;
    }
  }
  return least;
}
