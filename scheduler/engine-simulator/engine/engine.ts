import { KvBlocks } from "./kv-blocks.js";
import {
  blocksNeeded,
  isDecoding,
  isFinished,
  shareableBlocks,
  startSequence,
  type Sequence,
  type SequenceSpec,
} from "./sequence.js";
import { settingsProblems, type EngineSettings } from "./settings.js";

/** What one step does; nothing of it shows before its end. */
export interface Step {
  readonly durationMs: number;
  readonly decoding: number;
  readonly prefillTokens: number;
  /** Sequences admitted at the start of this step. */
  readonly admitted: readonly { readonly id: string; readonly cachedTokens: number }[];
}

/** What a step brought, in the order of admission. */
export interface StepResult {
  /** Sequences that got one more token, with its index from 0. */
  readonly tokens: readonly { readonly id: string; readonly index: number }[];
  readonly finished: readonly string[];
}

interface Work {
  readonly sequence: Sequence;
  readonly prefill: number;
}

/**
 * Continuous batching as vLLM does it, in virtual time and without input or output. A step computes one token for each
 * decoding sequence, then prompt chunks within the token budget, first come first served; it lasts
 * `alpha + beta·decoding + prefill·tokens`. The step that computes the last chunk of a prompt also brings its first
 * token. A waiting sequence is admitted when a place is free and the blocks of its prompt and whole output fit; since the
 * output length is known beforehand, preemption never happens and is not modelled.
 */
export class Engine {
  readonly blocks: KvBlocks;
  private readonly waiting: SequenceSpec[] = [];
  private readonly running = new Map<string, Sequence>();
  private work: Work[] | null = null;

  constructor(readonly settings: EngineSettings) {
    const problems = settingsProblems(settings);
    if (problems.length > 0) throw new Error(problems.join("; "));
    this.blocks = new KvBlocks(settings.kvBlocks, settings.activeBlocks);
  }

  /** Blocks that running sequences may hold. */
  private get usable(): number {
    return this.settings.activeBlocks ?? this.settings.kvBlocks;
  }

  get runningCount(): number {
    return this.running.size;
  }

  get waitingCount(): number {
    return this.waiting.length;
  }

  /** Share of KV blocks in use by running sequences, from 0 to 1. */
  get kvUsage(): number {
    return this.blocks.referenced / this.usable;
  }

  /** Whether the sequence could ever run here. */
  fits(spec: SequenceSpec): boolean {
    return blocksNeeded(spec, this.settings.blockSize) <= this.usable;
  }

  submit(spec: SequenceSpec): void {
    if (!this.fits(spec)) throw new Error(`sequence of ${spec.promptTokens + spec.outputTokens} tokens can never fit`);
    if (spec.promptTokens < 1 || spec.outputTokens < 1) throw new Error("a sequence has at least one token each way");
    this.waiting.push(spec);
  }

  /** Forgets a sequence, wherever it is. A step under way keeps its duration. */
  abort(id: string): void {
    const index = this.waiting.findIndex((spec) => spec.id === id);
    if (index >= 0) this.waiting.splice(index, 1);
    const sequence = this.running.get(id);
    if (sequence) this.remove(sequence);
  }

  /** Starts the next step, or returns `null` when there is nothing to do. */
  beginStep(): Step | null {
    if (this.work) throw new Error("a step is under way");
    const decoding = [...this.running.values()].filter(isDecoding);
    const work: Work[] = decoding.map((sequence) => ({ sequence, prefill: 0 }));
    let budget = this.settings.stepTokenBudget - decoding.length;
    for (const sequence of this.running.values()) {
      if (budget === 0) break;
      if (!isDecoding(sequence)) budget -= this.planPrefill(work, sequence, budget);
    }
    const admitted: { id: string; cachedTokens: number }[] = [];
    while (budget > 0) {
      const sequence = this.admitNext();
      if (!sequence) break;
      admitted.push({ id: sequence.spec.id, cachedTokens: sequence.cachedTokens });
      budget -= this.planPrefill(work, sequence, budget);
    }
    if (work.length === 0) return null;
    this.work = work;
    const prefillTokens = this.settings.stepTokenBudget - decoding.length - budget;
    return {
      durationMs: this.duration(decoding.length, prefillTokens),
      decoding: decoding.length,
      prefillTokens,
      admitted,
    };
  }

  /** Ends the step under way and tells what it brought. */
  endStep(): StepResult {
    if (!this.work) throw new Error("no step is under way");
    const tokens: { id: string; index: number }[] = [];
    const finished: string[] = [];
    for (const { sequence, prefill } of this.work) {
      if (this.running.get(sequence.spec.id) !== sequence) continue;
      sequence.prefilled += prefill;
      if (isDecoding(sequence)) {
        tokens.push({ id: sequence.spec.id, index: sequence.generated });
        sequence.generated += 1;
      }
      this.nameComputed(sequence);
      if (!isFinished(sequence)) continue;
      finished.push(sequence.spec.id);
      this.remove(sequence);
    }
    this.work = null;
    return { tokens, finished };
  }

  private duration(decoding: number, prefillTokens: number): number {
    const { alphaMs, betaMs, prefillMsPerToken } = this.settings;
    return alphaMs + betaMs * decoding + prefillMsPerToken * prefillTokens;
  }

  private planPrefill(work: Work[], sequence: Sequence, budget: number): number {
    const prefill = Math.min(budget, sequence.spec.promptTokens - sequence.prefilled);
    work.push({ sequence, prefill });
    return prefill;
  }

  private admitNext(): Sequence | null {
    const spec = this.waiting[0];
    if (!spec || this.running.size >= this.settings.maxSequences) return null;
    const { blockSize } = this.settings;
    const table = this.blocks.take(spec.chain, shareableBlocks(spec, blockSize), blocksNeeded(spec, blockSize));
    if (!table) return null;
    this.waiting.shift();
    const sequence = startSequence(spec, table, blockSize);
    this.running.set(spec.id, sequence);
    return sequence;
  }

  /** The KV of the newest token is written by the step that consumes it, hence one token less than generated. */
  private nameComputed(sequence: Sequence): void {
    const { chain, promptTokens } = sequence.spec;
    const computed = sequence.prefilled < promptTokens ? sequence.prefilled : promptTokens + sequence.generated - 1;
    const full = Math.min(Math.floor(computed / this.settings.blockSize), chain.length);
    for (; sequence.named < full; sequence.named += 1) {
      this.blocks.name(sequence.table, sequence.named, chain[sequence.named] as number);
    }
  }

  private remove(sequence: Sequence): void {
    this.running.delete(sequence.spec.id);
    this.blocks.release(sequence.table);
  }
}
