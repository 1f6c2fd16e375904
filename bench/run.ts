import { openHighsSolver } from '@muster/solver-highs';
import { benchArticle } from './article.ts';
import { machine, printFigures } from './figures.ts';
import { benchFlow } from './flow.ts';
import { benchGap } from './gap.ts';
import { benchLaw } from './law.ts';
import { benchNetworks } from './networks.ts';
import { benchPlans } from './plan.ts';
import { benchRecord } from './record.ts';

process.stdout.write(`${machine()}\n`);
printFigures('record (embedded PostgreSQL, medians of 3 rounds)', await benchRecord());
printFigures('article scenario (embedded PostgreSQL)', await benchArticle());
printFigures('law (pack us; cold figures are medians of 3 processes)', benchLaw());
printFigures('planning problems (medians of 5, a process each)', benchPlans());
printFigures('public assignment instances (HiGHS, once each)', await benchGap(await openHighsSolver()));
printFigures('flow S (medians of 5 processes)', await benchFlow('S'));
printFigures('flow M (medians of 5 processes)', await benchFlow('M'));
printFigures('pure networks (medians of 5 processes)', benchNetworks());
