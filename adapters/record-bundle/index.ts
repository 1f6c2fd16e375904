export { type BundleCommand, bundleCommands, inDecidedOrder } from './bundle-commands.ts';
export type { BundleFault, BundleFaultKind } from './bundle-fault.ts';
export type { BundleHeader } from './bundle-lines.ts';
export { type BundleReport, type CheckOptions, checkBundle } from './check-bundle.ts';
export {
  type BundledCommand,
  type BundledEvent,
  NotWhatWasSigned,
  type WriteBundle,
  type WrittenBundle,
  writeBundle,
} from './write-bundle.ts';
