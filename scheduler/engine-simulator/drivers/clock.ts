/** Engine time in milliseconds, and things that happen later. */
export interface Clock {
  now(): number;
  /** Runs `action` when engine time reaches `time`, at once if it has passed, never inside this call. */
  at(time: number, action: () => void): void;
}
