/** `base`, or the first `base-2`, `base-3`… that nobody holds. */
export function freeSlug(base: string, taken: readonly string[]): string {
  const held = new Set(taken);
  if (!held.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const candidate = `${base}-${number}`;
    if (!held.has(candidate)) return candidate;
  }
}
