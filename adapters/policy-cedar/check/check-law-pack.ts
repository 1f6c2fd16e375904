import { type CompiledPack, compilePack } from '../compile-pack.ts';
import { cedarLaw } from '../engine/cedar-law.ts';
import type { PackFault } from '../pack/pack-fault.ts';
import { type PackFiles, readPackFolder } from '../pack/pack-folder.ts';
import { checkCoverage } from './check-coverage.ts';
import { type LawCase, readCase } from './law-case.ts';
import { runCase } from './run-case.ts';

/** What checking a law pack found, and how much was checked. */
export interface PackCheck {
  readonly faults: readonly PackFault[];
  readonly provisions: number;
  readonly policies: number;
  readonly cases: number;
  /** A case may put one question for each of several tasks. */
  readonly questions: number;
}

/**
 * Checks a law pack from its folder: that it is sound, that every case ends as it says, that no
 * provision and no policy is without a case, and that no cell loses its law for a while.
 */
export function checkLawPack(folder: string): PackCheck {
  const files = readPackFolder(folder);
  if (files) return checkPackFiles(files);
  return { ...nothing, faults: [{ file: folder, problem: 'There is no such folder.' }] };
}

/** The same for texts already read. */
export function checkPackFiles(files: PackFiles): PackCheck {
  const faults: PackFault[] = [];
  const pack = compilePack(files, faults);
  if (!pack) return { ...nothing, faults };
  checkSchemaFile(files, pack, faults);
  const cases = readCases(files, pack, faults);
  const { questions, reached } = runCases(cases, pack, faults);

  const withCases = new Set(cases.map((one) => folderOf(one.file)));
  const withRule = new Set(pack.policies.map((policy) => folderOf(policy.file)));
  for (const { id } of pack.provisions) {
    if (withRule.has(id) && !withCases.has(id))
      faults.push({ file: `${id}/provision.md`, problem: 'No case shows what this provision does.' });
  }
  for (const { deciding, file, line } of pack.policies) {
    if (reached.has(deciding.policyId)) continue;
    faults.push({ file, line, problem: `No case is decided by "${deciding.policyId}".` });
  }
  checkCoverage(pack, faults);
  const { provisions, policies } = pack;
  return { faults, provisions: provisions.length, policies: policies.length, cases: cases.length, questions };
}

/** Reads every case of the pack; those with faults are told of and left out. */
export function readCases(files: PackFiles, { terms }: CompiledPack, faults: PackFault[]): LawCase[] {
  return [...files].flatMap(([file, text]) => {
    const lawCase = caseFile.test(file) ? readCase(file, text, terms, faults) : undefined;
    return lawCase ? [lawCase] : [];
  });
}

const caseFile = /^[^/]+\/cases\/.+\.json$/;
const nothing = { provisions: 0, policies: 0, cases: 0, questions: 0 };
const folderOf = (file: string): string => file.split('/')[0] ?? '';

function runCases(cases: readonly LawCase[], pack: CompiledPack, faults: PackFault[]) {
  const law = cedarLaw(pack);
  const reached = new Set<string>();
  let questions = 0;
  for (const lawCase of cases) {
    const { file } = lawCase;
    for (const { taskId, verdict, differs } of runCase(law, lawCase)) {
      questions += 1;
      if (differs) faults.push({ file, problem: `For "${taskId}" the law says ${differs}.` });
      const ids = verdict.because.map((policy) => policy.policyId);
      for (const id of ids) reached.add(id);
      if (ids.length > 0 && !ids.some((id) => id.startsWith(`${folderOf(file)}.`))) {
        faults.push({ file, problem: `For "${taskId}" only other provisions decide: ${ids.join(', ')}.` });
      }
    }
  }
  return { questions, reached };
}

/** The schema beside the rules is for editors; it must say what the terms say. */
function checkSchemaFile(files: PackFiles, { schema }: CompiledPack, faults: PackFault[]): void {
  const file = 'schema.cedarschema';
  if (files.get(file) === schema) return;
  faults.push({ file, problem: 'It is not what terms/*.yaml make it: write it again as law/README.md says.' });
}
