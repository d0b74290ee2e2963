import { azureRows, lognormal, pareto } from "../lengths.ts";
import type { MinistryId } from "./scene.ts";

/** What one request reads, is answered and may be answered at most, in tokens. */
export interface Lengths {
  readonly input: number;
  readonly output: number;
  readonly asked: number;
}

/** How requests of the ministries look, and how the ministries ask. */
export interface Shape {
  readonly name: string;
  /** Lengths of a run's requests, from its own generator. */
  readonly lengths: (random: () => number) => (ministry: MinistryId, nowMs: number) => Lengths;
  /** Of the GPUs, what the ministries hold rights to; the rest is shared by weight. */
  readonly rights: number;
  /** The ministry `b` falls silent for the last third of each period, and comes back. */
  readonly silent: boolean;
  /** The ministry whose answers do not stream: nothing tells of their service until they end. */
  readonly silentAnswers?: MinistryId;
}

const prompt = (random: () => number): number => lognormal(random, 1_500, 0.6, 8_000);
const usual: Shape["lengths"] = (random) => () => ({
  input: prompt(random),
  output: lognormal(random, 250, 0.6, 1_500),
  asked: 2_000,
});
const USUAL = { rights: 0.5, silent: false };

function azure(random: () => number): (ministry: MinistryId) => Lengths {
  const rows = { code: azureRows("code"), conversation: azureRows("conversation") };
  const at = { code: Math.floor(2_000 * random()), conversation: Math.floor(2_000 * random()) };
  return (ministry) => {
    const kind = ministry === "b" || (ministry === "c" && random() < 0.5) ? "code" : "conversation";
    const { input = 1, output = 1 } = rows[kind][(at[kind] += 1) % rows[kind].length] ?? {};
    return { input, output, asked: 2_000 };
  };
}

const TURN_MS = 30_000;

export const SHAPES: readonly Shape[] = [
  {
    ...USUAL,
    name: "lognormal",
    lengths: usual,
  },
  {
    ...USUAL,
    name: "Pareto",
    lengths: (random) => () => ({ input: prompt(random), output: pareto(random, 42, 1.2, 16_000), asked: 16_000 }),
  },
  {
    ...USUAL,
    name: "answers that change",
    // Two ministries in opposite turns, all their applications at once; nothing in the request tells which answer comes.
    lengths: (random) => (ministry, nowMs) => {
      const first = Math.floor(nowMs / TURN_MS) % 2 === 0;
      const mean = ministry === "a" ? 250 : first === (ministry === "b") ? 20 : 1_400;
      return { input: prompt(random), output: lognormal(random, mean, 0.2, 2_000), asked: 2_000 };
    },
  },
  {
    ...USUAL,
    name: "128,000 asked, short answers",
    lengths: (random) => (ministry) => ({
      input: prompt(random),
      output: lognormal(random, 60, 0.6, 400),
      asked: ministry === "b" ? 128_000 : 2_000,
    }),
  },
  {
    ...USUAL,
    name: "answers that do not stream",
    silentAnswers: "b",
    lengths: usual,
  },
  { ...USUAL, name: "code and conversation", lengths: azure },
  {
    name: "return from idle",
    rights: 0.5,
    silent: true,
    lengths: usual,
  },
  {
    name: "rights that fill the pool",
    rights: 1,
    silent: false,
    lengths: usual,
  },
];
