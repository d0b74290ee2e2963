import { decayOf, waitsLonger } from "./queue-tail.js";
import type { ReadingSteps } from "./reading-steps.js";
import { stationaryShares } from "./stationary-shares.js";

/** Parts that a prompt is cut into at most, to count what waits to be read. */
const MOST_PARTS = 12;
/** Counts of parts at most. */
const MOST_CELLS = 20;
/** Services of decay after which more parts are not counted. */
const DEEP = 4;
const NEGLIGIBLE = 3e-4;
/** Share of late requests, two whole steps added to each wait, below which none are counted. */
const SELDOM = 1e-3;

/**
 * Probability that a first token comes later than `limitMs`, places left aside. From step to step what waits to be read is a
 * chain: a step reads as much as its budget takes, and while it lasts others arrive (Poisson). A request that arrives in a step
 * waits for the rest of it, then is read behind those before it, and has its token at the end of its last step. Where more
 * waits than the chain counts, M/D/1 takes its place.
 * @param perMs requests per millisecond
 * @param idle probability that nothing decodes, so that a request alone waits for no step
 */
export function lateInReading(steps: ReadingSteps, perMs: number, idle: number, limitMs: number): number {
  const { promptTokens, budgetTokens, fullMs, emptyMs, tokenMs } = steps;
  const serviceMs = (fullMs * promptTokens) / budgetTokens;
  const load = perMs * serviceMs;
  if (load >= 1) return 1;
  const readMs = Math.max(Math.ceil(promptTokens / budgetTokens) * emptyMs + tokenMs * promptTokens, serviceMs);
  if (waitsLonger(load, (limitMs - readMs - 2 * fullMs) / serviceMs) < SELDOM) return 0;
  const cut = cutOf(promptTokens / budgetTokens, decayOf(load));
  return cut === null
    ? waitsLonger(load, (limitMs - readMs - fullMs / 2) / serviceMs)
    : new ReadingChain(steps, cut, perMs).lateShare(idle, limitMs);
}

/** A prompt in `parts`, of which a step reads `budget`; up to `cells` are counted. */
interface Cut {
  readonly parts: number;
  readonly budget: number;
  readonly cells: number;
}

/** The coarsest cut that meets the budget of a step, to a hundredth if any of 12 does; null where too much waits. */
function cutOf(stepsOfPrompt: number, decay: number): Cut | null {
  if (stepsOfPrompt * MOST_PARTS <= 1) return { parts: 1, budget: Math.floor(1 / stepsOfPrompt), cells: MOST_CELLS };
  let best: Cut | null = null;
  let least = 0.08;
  for (let parts = 1; parts <= MOST_PARTS && least >= 0.01; parts += 1) {
    const budget = Math.max(1, Math.round(parts / stepsOfPrompt));
    const error = Math.abs((budget * stepsOfPrompt) / parts - 1);
    const cells = Math.ceil(budget + parts * Math.max(2, DEEP / decay));
    if (cells > MOST_CELLS || error >= least - 0.005) continue;
    best = { parts, budget, cells };
    least = error;
  }
  return best;
}

/** Parts of prompts that wait at the beginning of a step, in the long run. */
class ReadingChain {
  private readonly partTokens: number;
  private readonly shares: Float64Array;

  constructor(
    private readonly steps: ReadingSteps,
    private readonly cut: Cut,
    private readonly perMs: number,
  ) {
    this.partTokens = steps.promptTokens / cut.parts;
    this.shares = stationaryShares(this.transitions(), cut.cells + 1);
  }

  /** Share of requests whose token comes later, each step weighing what arrives in it. */
  lateShare(idle: number, limitMs: number): number {
    let [late, lasting] = [0, 0];
    for (let waiting = 0; waiting <= this.cut.cells; waiting += 1) {
      const share = (this.shares[waiting] ?? 0) * this.stepMs(waiting);
      lasting += share;
      if (share > NEGLIGIBLE * lasting) late += share * this.lateAfter(waiting, waiting === 0 ? idle : 0, limitMs);
    }
    return late / lasting;
  }

  private stepMs(waiting: number): number {
    return this.steps.emptyMs + this.steps.tokenMs * this.partTokens * Math.min(waiting, this.cut.budget);
  }

  private transitions(): Float64Array {
    const { parts, budget, cells } = this.cut;
    const size = cells + 1;
    const matrix = new Float64Array(size * size);
    for (let waiting = 0; waiting < size; waiting += 1) {
      const mean = this.perMs * this.stepMs(waiting);
      let probability = Math.exp(-mean);
      let rest = 1;
      let to = Math.max(0, waiting - budget);
      for (let arrived = 1; to < cells; arrived += 1, to += parts) {
        matrix[waiting * size + to] = probability;
        rest -= probability;
        probability *= mean / arrived;
      }
      const last = waiting * size + cells;
      matrix[last] = Math.max(0, rest);
    }
    return matrix;
  }

  /** Of requests that arrive in a step that begins with so much waiting: `others` arrive in it too, in any order. */
  private lateAfter(waiting: number, idle: number, limitMs: number): number {
    const stepMs = this.stepMs(waiting);
    const mean = this.perMs * stepMs;
    const left = Math.max(0, waiting - this.cut.budget) * this.partTokens;
    let probability = Math.exp(-mean);
    let [late, counted] = [0, 0];
    for (let others = 0; counted < 1 - NEGLIGIBLE && probability > 0; others += 1) {
      counted += probability;
      late += probability * this.lateAmong(left, others, stepMs, idle, limitMs);
      probability *= mean / (others + 1);
    }
    return late;
  }

  private lateAmong(left: number, others: number, stepMs: number, idle: number, limitMs: number): number {
    const { promptTokens, budgetTokens, fullMs } = this.steps;
    const all = left + promptTokens * (others + 1);
    if (all <= budgetTokens) return lateWithin(this.readMs(all), 0, stepMs, idle, limitMs);
    if (stepMs + Math.ceil(all / budgetTokens) * fullMs <= limitMs) return 0;
    let late = 0;
    const slot = stepMs / (others + 1);
    for (let rank = 1; rank <= others + 1; rank += 1) {
      const before = Math.ceil((left + promptTokens * rank) / budgetTokens - 1e-6) - 1;
      const from = slot * (others + 1 - rank);
      const tokens = all - before * budgetTokens;
      late += this.lateInLast(tokens, before * fullMs, (afterMs) => lateWithin(afterMs, from, slot, idle, limitMs));
    }
    return late / (others + 1);
  }

  /** The last step of a prompt also reads what arrives in the full ones before it. */
  private lateInLast(tokens: number, beforeMs: number, late: (afterMs: number) => number): number {
    const { promptTokens, budgetTokens } = this.steps;
    const mean = this.perMs * beforeMs;
    let probability = Math.exp(-mean);
    let [share, rest, read] = [0, 1, tokens];
    for (let arrived = 1; read < budgetTokens && rest > NEGLIGIBLE; arrived += 1, read += promptTokens) {
      share += probability * late(beforeMs + this.readMs(read));
      rest -= probability;
      probability *= mean / arrived;
    }
    return share + Math.max(0, rest) * late(beforeMs + this.readMs(budgetTokens));
  }

  private readMs(tokens: number): number {
    return this.steps.emptyMs + this.steps.tokenMs * Math.min(tokens, this.steps.budgetTokens);
  }
}

/** Late when the rest of the present step, evenly in [from, from + slot], and what follows it exceed the limit; idle: no rest. */
function lateWithin(afterMs: number, from: number, slot: number, idle: number, limitMs: number): number {
  const share = Math.min(1, Math.max(0, (from + slot + afterMs - limitMs) / slot));
  return idle === 0 ? share : (1 - idle) * share + (afterMs > limitMs ? idle : 0);
}
