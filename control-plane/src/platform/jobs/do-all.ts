import type { Turn } from "./job.js";

/** Does each, one after the other, also when some fail; then throws what failed, so that one failure hides no other item. */
export async function doAll<T>(
  items: readonly T[],
  { signal }: Turn,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) {
    signal.throwIfAborted();
    await work(item).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${String(failures.length)} of ${String(items.length)} failed`);
}
