import type { WhatIf } from '@muster/flow';
import { exitCodes, type House } from '@muster/house';
import type { HypothesisWords } from '@muster/policy-cedar';
import { isRefusal, type RequestId } from '@muster/terms';
import type { Command } from 'commander';
import { printWhatIf } from '../print/what-if.ts';
import { type Common, print, printJson, Stop, unknownRequest, withHouse } from '../session.ts';

interface Supposed extends Common {
  readonly refuse: readonly string[];
  readonly bar: readonly string[];
  readonly instead?: string;
  readonly for?: string;
  readonly only: readonly string[];
}

const gather = (word: string, before: string[]): string[] => [...before, word];

/** The options of `decision what-if`; each may be left out, but not all of them. */
export const addWhatIf = (verb: Command): Command =>
  verb
    .option(
      '--refuse <party>',
      'this party refuses all that is asked of it, such as OH; may be given again',
      gather,
      [],
    )
    .option('--bar <task>', 'nobody may do this task, such as arrest; may be given again', gather, [])
    .option('--instead <kind>', 'people serve under this, such as "Title 10", instead of what they are asked for')
    .option('--for <status>', 'what --instead comes in for, such as "Title 32"; everything unless told')
    .option('--only <kind>', 'only this kind of service is used; may be given again', gather, [])
    .action(async (id: string, supposed: Supposed) => {
      const found = await withHouse(supposed, (house) => askWhatIf(house, id as RequestId, supposed));
      if (supposed.json) printJson(found);
      else print(printWhatIf(found));
    });

export async function askWhatIf(house: House, requestId: RequestId, supposed: HypothesisWords): Promise<WhatIf> {
  const read = house.readHypothesis(supposed);
  if ('faults' in read) {
    const told = read.faults.map(({ option, problem }) => `--${option}: ${problem}`);
    throw new Stop('LAW_WORD_UNKNOWN', told.join('\n'), exitCodes.badInput, { faults: read.faults });
  }
  const found = await house.whatIf(requestId, read.hypothesis);
  if (!isRefusal(found)) return found;
  if (found.code === 'REQUEST_UNKNOWN') throw unknownRequest(requestId);
  const typed = found.code === 'DECISION_NOTHING_SUPPOSED' ? ' Say it with --refuse, --bar, --instead or --only.' : '';
  throw new Stop(found.code, `${found.why} ${found.allowed}${typed}`, exitCodes.badInput, { refusal: found });
}
