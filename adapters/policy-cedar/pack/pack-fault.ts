/** Something wrong in a law pack, told so that whoever wrote it can put it right. */
export interface PackFault {
  /** Path inside the pack, such as `emac/rule.cedar`. */
  readonly file: string;
  readonly line?: number;
  /** What is wrong, in one sentence. */
  readonly problem: string;
  /** What was probably meant. */
  readonly maybe?: string;
}

/** `emac/rule.cedar:12: … Maybe "lenderGovernor".` */
export function faultText({ file, line, problem, maybe }: PackFault): string {
  const where = line === undefined ? file : `${file}:${line}`;
  return maybe === undefined ? `${where}: ${problem}` : `${where}: ${problem} Maybe "${maybe}".`;
}
