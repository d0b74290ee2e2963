import { seededRandom } from "../text/seeded-random.js";
import { isJsonObject } from "./generation-request.js";

/** What the simulated server does wrong, on purpose. */
export interface Faults {
  /** Answer nothing and reset the connection, or answer 503. */
  readonly refuse: "none" | "reset" | "503";
  /** Take the request and never send a byte. */
  readonly stall: boolean;
  /** Reset the connection after this many chunks of content. */
  readonly cutAfterChunks: number | null;
  /** Multiplies the duration of every step. */
  readonly slowFactor: number;
  /** `wrong` doubles the prompt and adds 7 to the output; `none` leaves usage out everywhere. */
  readonly usage: "right" | "wrong" | "none";
  /** Chunks are held back and sent this many at a time. */
  readonly burst: number;
  /** Share of requests that refuse, stall, cut and usage hit, from 0 to 1; drawn with the server's seed. */
  readonly share: number;
}

export const NO_FAULTS: Faults = {
  refuse: "none",
  stall: false,
  cutAfterChunks: null,
  slowFactor: 1,
  usage: "right",
  burst: 1,
  share: 1,
};

const CHECKS: { readonly [Name in keyof Faults]: (value: unknown) => boolean } = {
  refuse: (value) => value === "none" || value === "reset" || value === "503",
  stall: (value) => typeof value === "boolean",
  cutAfterChunks: (value) => value === null || (Number.isInteger(value) && (value as number) >= 0),
  slowFactor: (value) => typeof value === "number" && value > 0 && value < Infinity,
  usage: (value) => value === "right" || value === "wrong" || value === "none",
  burst: (value) => Number.isInteger(value) && (value as number) >= 1,
  share: (value) => typeof value === "number" && value >= 0 && value <= 1,
};

/** Reads a change of faults; what it leaves out keeps its value. Returns a sentence when it is not one. */
export function changeFaults(current: Faults, change: unknown): Faults | string {
  if (!isJsonObject(change)) return "a change of faults is a JSON object";
  for (const [name, value] of Object.entries(change)) {
    const check = name in CHECKS ? CHECKS[name as keyof Faults] : undefined;
    if (!check) return `unknown fault ${name}; known: ${Object.keys(CHECKS).join(", ")}`;
    if (!check(value)) return `bad value for fault ${name}`;
  }
  return { ...current, ...(change as Partial<Faults>) };
}

/** The faults in force, and the draw of which request they hit. */
export class FaultDesk {
  private readonly random: () => number;

  constructor(
    public faults: Faults,
    seed: string,
  ) {
    this.random = seededRandom(`faults ${seed}`);
  }

  /** The faults for the next request: those of its own when it is hit, otherwise only the server-wide ones. */
  draw(): Faults {
    const { faults } = this;
    if (faults.share === 1 || this.random() < faults.share) return faults;
    return { ...NO_FAULTS, slowFactor: faults.slowFactor, burst: faults.burst };
  }
}
