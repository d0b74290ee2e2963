const STEP_MS = 100;

/** Looks until there is something to see; throws the sentence when `withinMs` have passed. */
export async function eventually<T>(
  look: () => Promise<T | null>,
  withinMs: number,
  sentence: () => string,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (performance.now() > deadline) throw new Error(sentence());
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
