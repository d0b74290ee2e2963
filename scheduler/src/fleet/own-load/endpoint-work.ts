import type { EndpointGauges, EndpointLoad, StepCoefficients } from "../../endpoint-picker/fleet-view.js";
import { STEP_TOKEN_BUDGET } from "../../endpoint-picker/predict.js";
import { loadWithOthers } from "./foreign-load.js";
import { createStepLearning } from "./step-learning.js";
import type { StepLearning } from "./step-learning.js";

/** What a request brings to an endpoint. */
export interface Work {
  readonly sequences: number;
  readonly promptTokens: number;
  /** Prompt tokens that the endpoint has to compute. */
  readonly uncachedTokens: number;
  /** KV tokens it takes to its end. */
  readonly memoryTokens: number;
  /** It was expected to wait for KV memory: its first token says nothing of the steps. */
  readonly waitsForMemory: boolean;
  /** Its answer comes as a whole: nothing shows when its prompt is computed. */
  readonly silent?: boolean;
}

export const NO_WORK: Work = {
  sequences: 1,
  promptTokens: 0,
  uncachedTokens: 0,
  memoryTokens: 0,
  waitsForMemory: false,
};

/** A request on an endpoint, from dispatch to its end. */
export interface Stay {
  readonly work: Work;
  readonly since: number;
  readonly inFlightBefore: number;
  readonly pendingBefore: number;
  firstTokenAt: number | null;
  ended: boolean;
}

/** Weight of the newest observation in a moving average. */
const NEWEST = 0.05;
/** Share of a prompt that may be taken for computed before its first token is there. */
const MOST_PROGRESS = 0.9;

/** Own account of one endpoint: what was sent there and has no first token, what runs, what memory it will take. */
export class EndpointWork {
  private pending = 0;
  private inFlight = 0;
  private reserved = 0;
  private decoding = 0;
  private meanUncached = 0;
  private tokenSeconds: number;
  private readonly learning: StepLearning;
  /** Stays without a first token, in order of dispatch: the engine computes their prompts in that order. */
  private readonly prompts: Stay[] = [];
  /** When the engine could start on the first of them. */
  private headSince = -Infinity;
  /** Own reservation when the gauges in hand were scraped. */
  private atScrape = { at: -Infinity, reserved: 0 };

  /** `referenceBatch` gives the time between tokens until one is seen. */
  constructor(profile: StepCoefficients, referenceBatch: number) {
    this.learning = createStepLearning(profile);
    this.tokenSeconds = profile.alphaSeconds + profile.betaSeconds * referenceBatch;
  }

  /** `now` in monotonic milliseconds, here and below. */
  begin(work: Work, now: number): Stay {
    this.advance(now);
    const stay: Stay = {
      work,
      since: now,
      inFlightBefore: this.inFlight,
      pendingBefore: this.pending - this.progress(now),
      firstTokenAt: null,
      ended: false,
    };
    if (this.prompts.length === 0) this.headSince = now;
    this.prompts.push(stay);
    this.pending += work.uncachedTokens;
    this.inFlight += work.sequences;
    this.reserved += work.memoryTokens;
    this.meanUncached += NEWEST * (work.uncachedTokens - this.meanUncached);
    return stay;
  }

  /** True when this is the first token: prompt work is done, and there may be room for the next. */
  firstToken(stay: Stay, now: number): boolean {
    if (stay.ended || stay.firstTokenAt !== null) return false;
    stay.firstTokenAt = now;
    this.computed(stay, now);
    this.decoding += stay.work.promptTokens;
    if (stay.work.waitsForMemory) return true;
    this.learning.observe({
      ownTokens: stay.pendingBefore + stay.work.uncachedTokens,
      inFlight: stay.inFlightBefore,
      seconds: (now - stay.since) / 1000,
    });
    return true;
  }

  /** `outputTokens` of one sequence, where known. */
  end(stay: Stay, now: number, outputTokens: number | null): void {
    if (stay.ended) return;
    stay.ended = true;
    if (stay.firstTokenAt === null) this.computed(stay, now);
    else this.decoding -= stay.work.promptTokens;
    this.inFlight -= stay.work.sequences;
    this.reserved -= stay.work.memoryTokens;
    if (stay.firstTokenAt === null || outputTokens === null || outputTokens < 2) return;
    const seen = (now - stay.firstTokenAt) / 1000 / (outputTokens - 1);
    this.tokenSeconds += NEWEST * (seen - this.tokenSeconds);
  }

  /** The prompt is computed, or given up. */
  private computed(stay: Stay, now: number): void {
    this.pending -= stay.work.uncachedTokens;
    const at = this.prompts.indexOf(stay);
    if (at !== -1) this.prompts.splice(at, 1);
    this.headSince = now;
  }

  /** Takes silent prompts whose time has come for computed, in their order. */
  private advance(now: number): void {
    for (let stay = this.prompts[0]; stay?.work.silent === true; stay = this.prompts[0]) {
      const due = this.headSince + stay.work.uncachedTokens / this.tokensPerMs();
      if (due > now) return;
      stay.firstTokenAt = due;
      this.decoding += stay.work.promptTokens;
      this.computed(stay, due);
    }
  }

  /** Milliseconds until the silent prompts there now are taken for computed. */
  msToCompute(now: number): number {
    return Math.max(0, this.headSince + this.pending / this.tokensPerMs() - now);
  }

  private tokensPerMs(): number {
    const { alphaSeconds, betaSeconds, prefillSecondsPerToken } = this.learning.coefficients();
    const stepSeconds = alphaSeconds + betaSeconds * this.inFlight + prefillSecondsPerToken * STEP_TOKEN_BUDGET;
    return STEP_TOKEN_BUDGET / (1000 * stepSeconds);
  }

  /** Tokens of the prompt under way that should be computed by now, by the step model; a part is left until it shows. */
  private progress(now: number): number {
    const head = this.prompts[0];
    if (head === undefined) return 0;
    const computed = (now - this.headSince) * this.tokensPerMs();
    return Math.max(0, Math.min(MOST_PROGRESS * head.work.uncachedTokens, computed));
  }

  /** The load as it is now, with what other callers have there as far as gauges tell. */
  load(gauges: EndpointGauges | undefined, now: number): EndpointLoad {
    this.advance(now);
    if (gauges !== undefined && gauges.at !== this.atScrape.at) {
      this.atScrape = { at: gauges.at, reserved: this.reserved };
    }
    const own: EndpointLoad = {
      pendingTokens: this.pending - this.progress(now),
      inFlight: this.inFlight,
      reservedTokens: this.reserved,
      decodingTokens: this.decoding,
      kvTokens: gauges?.kvTokens ?? null,
      step: this.learning.coefficients(),
      tokenSeconds: this.tokenSeconds,
    };
    if (gauges === undefined) return own;
    return loadWithOthers(own, gauges, { now, ownAtScrape: this.atScrape.reserved, meanUncached: this.meanUncached });
  }
}
