import type { Amounts, DeploymentId, DeploymentV1, EndpointDecisionV1, EndpointId } from "@socle/contracts";
import { probableTokens } from "../../cost/prompt-tokens.js";
import type { PickRequest } from "../../endpoint-picker/fleet-view.js";
import { memoryWaitSeconds, prefillSeconds, uncachedTokens } from "../../endpoint-picker/predict.js";
import type { ScoredEndpoint } from "../../endpoint-picker/picker.port.js";
import type { AttemptHealth, Fleet } from "../../fleet/fleet.js";
import type { Stay } from "../../fleet/own-load/endpoint-work.js";
import type { Prompt } from "../../fleet/own-load/prompt-knowledge.js";
import type { Ask } from "../operations/operation.js";
import { promptBlocks, saltOf } from "./prompt-blocks.js";

/** Keeps one process's hashes unlike another's. */
export interface PromptSalt {
  readonly secret: number;
}

/** Not by `toFixed`, which writes and reads a text: every endpoint of every decision has three such numbers. */
const rounded = (value: number, unit: number): number => Math.round(value * unit) / unit;

/** What one request is to the endpoints: its prompt before it is sent, its account while it is there. */
export class EngineStay {
  private known: Prompt | null = null;
  /** What each deployment's servers know the model by: an adapter's name, where it is one. */
  private readonly servedNames: ReadonlyMap<DeploymentId, string>;
  private stay: Stay | null = null;

  constructor(
    private readonly fleet: Pick<Fleet, "asked" | "workOn" | "start" | "firstByte" | "finish">,
    private readonly ask: Pick<Ask, "stream" | "sequences" | "maxOutputTokens" | "prompt">,
    private readonly organisationId: string,
    private readonly salt: PromptSalt,
    deployments: readonly Pick<DeploymentV1, "id" | "servedName">[],
  ) {
    this.servedNames = new Map(deployments.map(({ id, servedName }) => [id, servedName]));
  }

  /** Hashed once, when somebody asks first. */
  private get prompt(): Prompt {
    if (this.known !== null) return this.known;
    const { sequences, maxOutputTokens, prompt } = this.ask;
    const { bytes, span, tokenBytes } = prompt;
    const blocks = promptBlocks(bytes, span, saltOf(this.salt.secret, this.organisationId));
    this.known = { sequences, promptTokens: Math.ceil(probableTokens(tokenBytes)), blocks, maxOutputTokens };
    return this.known;
  }

  /** What a picker may know of it now; `again` after it failed somewhere. */
  asked(deploymentId: DeploymentId, excluded: readonly EndpointId[], again: boolean): PickRequest {
    const adapter = this.servedNames.get(deploymentId);
    const prompt = adapter === undefined ? this.prompt : { ...this.prompt, adapter };
    return { ...this.fleet.asked(prompt, deploymentId), excluded, again };
  }

  started(endpointId: EndpointId, deploymentId: DeploymentId): void {
    const work = this.fleet.workOn(endpointId, this.asked(deploymentId, [], false));
    this.stay = this.fleet.start(
      endpointId,
      this.prompt.sequences,
      { ...work, silent: !this.ask.stream },
      this.prompt.blocks,
    );
  }

  firstByte(): void {
    this.fleet.firstByte(this.stay);
  }

  /** `used`: what the engine said of all its sequences, where it did. */
  finished(endpointId: EndpointId, health: AttemptHealth, used: Amounts | null): void {
    const { sequences } = this.ask;
    const { inputTokens = 0, cachedInputTokens = 0, outputTokens = 0 } = used ?? {};
    const cachedShare = inputTokens > 0 ? cachedInputTokens / inputTokens : 0;
    const answer = used === null ? null : { outputTokens: outputTokens / sequences, cachedShare };
    this.fleet.finish(endpointId, sequences, health, this.stay, answer);
    this.stay = null;
  }
}

/** The figures behind each endpoint's score, as they were when it was picked. */
export const explainScores = (scores: readonly ScoredEndpoint[], request: PickRequest): EndpointDecisionV1["scores"] =>
  scores.map(({ endpoint, score }) => ({
    endpointId: endpoint.endpointId,
    score: rounded(score, 1e6),
    predictedFirstTokenMs: rounded(prefillSeconds(endpoint, request) * 1000, 10),
    uncachedTokens: uncachedTokens(endpoint, request),
    memoryWaitMs: rounded(memoryWaitSeconds(endpoint, request) * 1000, 10),
  }));
