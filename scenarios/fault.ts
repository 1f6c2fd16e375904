/** What is wrong with a scenario file: where, and what would be right. A file that is not there has no line. */
export interface ScenarioFault {
  readonly file: string;
  readonly line?: number;
  readonly field?: string;
  readonly problem: string;
}

export const faultWords = ({ file, line, field, problem }: ScenarioFault): string =>
  `${[file, line && `line ${line}`, field].filter(Boolean).join(', ')}: ${problem}.`;
