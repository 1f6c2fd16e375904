export function holdLock<Result>(
  file: string,
  work: () => Promise<Result>,
  onWait: (holder: number | undefined) => void,
): Promise<Result>;
