import type { Planned, RecordPort } from '@muster/flow';
import { isRefusal } from '@muster/terms';
import type { HouseMeter } from './house.ts';

/** A record whose appends are told to the meter. */
export function meteredRecord(record: RecordPort, meter: HouseMeter | undefined): RecordPort {
  if (!meter) return record;
  return {
    ...record,
    append: async (append) => {
      const began = performance.now();
      const told = (outcome: Parameters<HouseMeter['appended']>[0]) =>
        meter.appended(outcome, performance.now() - began);
      try {
        const appended = await record.append(append);
        told(appended.outcome);
        return appended;
      } catch (error) {
        told('failed');
        throw error;
      }
    },
  };
}

/** Makes a plan, and tells the meter how long it took and what came of it. */
export async function meteredPlan(meter: HouseMeter | undefined, make: () => Promise<Planned>): Promise<Planned> {
  const began = performance.now();
  const told = (outcome: Parameters<HouseMeter['planned']>[0]) => meter?.planned(outcome, performance.now() - began);
  try {
    const planned = await make();
    told(planned.outcome === 'unsolved' ? 'unsolved' : isRefusal(planned) ? 'refused' : 'proposed');
    return planned;
  } catch (error) {
    told('failed');
    throw error;
  }
}
