/** Runs it and tells how long that took. */
export async function timed<T>(
  act: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly wallMs: number; readonly cpuMs: number }> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const result = await act();
  const { user, system } = process.cpuUsage(cpu);
  return { result, wallMs: performance.now() - began, cpuMs: (user + system) / 1000 };
}
