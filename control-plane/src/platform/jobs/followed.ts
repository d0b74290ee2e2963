import type { Turn } from "./job.js";

const TELL_MS = 1000;

/** Work of a thread of its own. */
export interface FollowedRun<T> {
  readonly answer: Promise<T>;
  /** Ends the thread; the answer is then rejected. */
  cancel(): void;
}

/**
 * Follows work in a thread: its record is told each second how far it is, and when the record says that it is over (`tell`
 * answers false) or the turn is, the thread ends.
 * @returns the answer, or null when the record is over
 * @throws what the thread died of, and the turn's reason when it was aborted
 */
export async function followed<T>(
  start: (progress: (share: number) => void) => FollowedRun<T>,
  { signal }: Turn,
  tell: (share: number) => Promise<boolean>,
): Promise<T | null> {
  signal.throwIfAborted();
  let share = 0;
  let over = false;
  const run = start((progress) => {
    share = progress;
  });
  const cancel = (): void => run.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  const look = async (): Promise<void> => {
    // A database that is away ends no work: whoever holds it is known by the queue, and what it comes to by the record.
    if (await tell(share).catch(() => true)) return;
    over = true;
    run.cancel();
  };
  const timer = setInterval(() => void look(), TELL_MS);
  try {
    return await run.answer;
  } catch (error) {
    signal.throwIfAborted();
    if (over) return null;
    throw error;
  } finally {
    clearInterval(timer);
    signal.removeEventListener("abort", cancel);
    run.cancel();
  }
}
