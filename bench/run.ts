import { benchArticle } from './article.ts';
import { machine, printFigures } from './figures.ts';
import { benchLaw } from './law.ts';
import { benchRecord } from './record.ts';

process.stdout.write(`${machine()}\n`);
printFigures('record (embedded PostgreSQL, medians of 3 rounds)', await benchRecord());
printFigures('article scenario (embedded PostgreSQL)', await benchArticle());
printFigures('law (pack us; cold figures are medians of 3 processes)', benchLaw());
