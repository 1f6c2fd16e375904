export { checkLawPack, checkPackFiles, type PackCheck } from './check/check-law-pack.ts';
export { conditionToCedar } from './conditions/condition-to-cedar.ts';
export { diffLaw, type IdChanges, type LawDiff, type ToldVerdict, type VerdictChange } from './explain/diff-law.ts';
export {
  type ExplainedNeed,
  type ExplainedPart,
  type ExplainedPolicy,
  type Explanation,
  explainVerdict,
} from './explain/explain-verdict.ts';
export type { LawBook } from './explain/law-book.ts';
export { type WordFault, wordFaultText } from './explain/lexicon.ts';
export { type LawMatrix, lawMatrix, type MatrixCell } from './explain/matrix.ts';
export { type HypothesisWords, readHypothesis } from './explain/read-hypothesis.ts';
export { type LawWords, readWords } from './explain/read-words.ts';
export { type KeptLaw, keepLaw } from './keep-law.ts';
export { type LoadedPack, loadLawPack, loadPackFiles, openLawPack } from './load-law-pack.ts';
export { didYouMean } from './pack/did-you-mean.ts';
export { faultText, type PackFault } from './pack/pack-fault.ts';
export { type PackFiles, readPackFolder } from './pack/pack-folder.ts';
