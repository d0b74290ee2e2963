import type { EndpointGauges, EndpointLoad, StepCoefficients } from "../../endpoint-picker/fleet-view.js";
import { loadWithOthers } from "./foreign-load.js";
import { createStepLearning } from "./step-learning.js";
import type { StepLearning } from "./step-learning.js";

/** What a request brings to an endpoint. */
export interface Work {
  readonly sequences: number;
  readonly promptTokens: number;
  /** Prompt tokens that the endpoint has to compute. */
  readonly uncachedTokens: number;
  /** Output tokens expected of all its sequences. */
  readonly outputTokens: number;
  /** It was expected to wait for KV memory: its first token says nothing of the steps. */
  readonly waitsForMemory: boolean;
}

export const NO_WORK: Work = {
  sequences: 1,
  promptTokens: 0,
  uncachedTokens: 0,
  outputTokens: 0,
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

/** Own account of one endpoint: what was sent there and has no first token, what runs, what memory it will take. */
export class EndpointWork {
  private pending = 0;
  private inFlight = 0;
  private reserved = 0;
  private decoding = 0;
  private meanUncached = 0;
  private tokenSeconds: number;
  private readonly learning: StepLearning;
  /** Own reservation when the gauges in hand were scraped. */
  private atScrape = { at: -Infinity, reserved: 0 };

  /** `referenceBatch` gives the time between tokens until one is seen. */
  constructor(profile: StepCoefficients, referenceBatch: number) {
    this.learning = createStepLearning(profile);
    this.tokenSeconds = profile.alphaSeconds + profile.betaSeconds * referenceBatch;
  }

  /** `now` in monotonic milliseconds, here and below. */
  begin(work: Work, now: number): Stay {
    const stay: Stay = {
      work,
      since: now,
      inFlightBefore: this.inFlight,
      pendingBefore: this.pending,
      firstTokenAt: null,
      ended: false,
    };
    this.pending += work.uncachedTokens;
    this.inFlight += work.sequences;
    this.reserved += work.promptTokens + work.outputTokens;
    this.meanUncached += NEWEST * (work.uncachedTokens - this.meanUncached);
    return stay;
  }

  /** True when this is the first token: prompt work is done, and there may be room for the next. */
  firstToken(stay: Stay, now: number): boolean {
    if (stay.ended || stay.firstTokenAt !== null) return false;
    stay.firstTokenAt = now;
    this.pending -= stay.work.uncachedTokens;
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
    if (stay.firstTokenAt === null) this.pending -= stay.work.uncachedTokens;
    else this.decoding -= stay.work.promptTokens;
    this.inFlight -= stay.work.sequences;
    this.reserved -= stay.work.promptTokens + stay.work.outputTokens;
    if (stay.firstTokenAt === null || outputTokens === null || outputTokens < 2) return;
    const seen = (now - stay.firstTokenAt) / 1000 / (outputTokens - 1);
    this.tokenSeconds += NEWEST * (seen - this.tokenSeconds);
  }

  /** The load as it is now, with what other callers have there as far as gauges tell. */
  load(gauges: EndpointGauges | undefined, now: number): EndpointLoad {
    if (gauges !== undefined && gauges.at !== this.atScrape.at) {
      this.atScrape = { at: gauges.at, reserved: this.reserved };
    }
    const own: EndpointLoad = {
      pendingTokens: this.pending,
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
