import { type Heading, readHeading } from './pack/heading.ts';
import type { PackFault } from './pack/pack-fault.ts';
import type { PackFiles } from './pack/pack-folder.ts';
import { checkReplacements } from './rules/check-replacements.ts';
import type { LawPolicy } from './rules/law-policy.ts';
import { type Provision, readProvision } from './rules/provision.ts';
import { readRule } from './rules/read-rule.ts';
import { validatePolicies } from './rules/validate-policies.ts';
import { cedarSchema } from './terms/cedar-schema.ts';
import { type MatrixCode, readMatrixCodes } from './terms/matrix-codes.ts';
import { type PackTerms, readTerms } from './terms/read-terms.ts';

/** A law pack read whole and found sound. */
export interface CompiledPack {
  readonly heading: Heading;
  readonly terms: PackTerms;
  readonly schema: string;
  /** The kinds of service that the pack's matrix shows, by code. */
  readonly codes: readonly MatrixCode[];
  readonly provisions: readonly Provision[];
  /** In the order of their ids, so that no verdict hangs on the order of files. */
  readonly policies: readonly LawPolicy[];
}

/** Reads a pack's texts and gathers every fault in them; undefined when there is any. */
export function compilePack(files: PackFiles, faults: PackFault[]): CompiledPack | undefined {
  const heading = readHeading(files, faults);
  const terms = readTerms(files, faults);
  const schema = cedarSchema(terms);
  const codes = readMatrixCodes(files, terms, faults);
  if (faults.length > 0) return undefined;

  const provisions: Provision[] = [];
  const policies: LawPolicy[] = [];
  for (const folder of instrumentFolders(files)) {
    const [provisionFile, ruleFile] = [`${folder}/provision.md`, `${folder}/rule.cedar`];
    const [provisionText, ruleText] = [files.get(provisionFile), files.get(ruleFile)];
    if (provisionText === undefined) {
      faults.push({ file: provisionFile, problem: 'A rule needs the provision it rests on.' });
      continue;
    }
    const provision = readProvision(provisionFile, provisionText, terms, faults);
    if (!provision) continue;
    provisions.push(provision);
    if (ruleText !== undefined) policies.push(...readRule(ruleFile, ruleText, provision, terms, faults));
    else if (provision.limits.length === 0)
      faults.push({ file: ruleFile, problem: 'A provision needs a rule, or else limits in time.' });
  }
  refuseDuplicates(policies, faults);
  checkReplacements(provisions, policies, faults);
  if (faults.length === 0) validatePolicies(policies, schema, faults);
  if (faults.length > 0 || !heading) return undefined;
  policies.sort((a, b) => (a.deciding.policyId < b.deciding.policyId ? -1 : 1));
  const limits = provisions.flatMap((provision) => provision.limits);
  return { heading, terms: { ...terms, limits }, schema, codes, provisions, policies };
}

/** Every folder with a provision, a rule or cases; the words of the pack live in `terms/`. */
function instrumentFolders(files: PackFiles): string[] {
  const folders = [...files.keys()].flatMap(
    (file) => /^([^/]+)\/(provision\.md|rule\.cedar|cases\/.*)$/.exec(file)?.[1] ?? [],
  );
  return [...new Set(folders)].sort();
}

function refuseDuplicates(policies: readonly LawPolicy[], faults: PackFault[]): void {
  const first = new Map<string, LawPolicy>();
  for (const policy of policies) {
    const { policyId } = policy.deciding;
    const earlier = first.get(policyId);
    if (!earlier) {
      first.set(policyId, policy);
      continue;
    }
    const { file, line } = policy;
    faults.push({
      file,
      line,
      problem: `"${policyId}" is also the id of the policy at ${earlier.file}:${earlier.line}.`,
    });
  }
}
