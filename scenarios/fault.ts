/** What is wrong with a scenario file: where, and what would be right. */
export interface ScenarioFault {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly problem: string;
}

export const faultWords = ({ file, line, field, problem }: ScenarioFault): string =>
  `${file}, line ${line}, ${field}: ${problem}.`;
