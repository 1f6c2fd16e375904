export { checkLawPack, checkPackFiles, type PackCheck } from './check/check-law-pack.ts';
export { type LoadedPack, loadLawPack, loadPackFiles, openLawPack } from './load-law-pack.ts';
export { faultText, type PackFault } from './pack/pack-fault.ts';
export { type PackFiles, readPackFolder } from './pack/pack-folder.ts';
