import { Inject, Injectable } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { Authoriser, Context, UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { AUTHORISER, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";
import { stepConditions } from "../../domain/submission/step-guards.js";
import {
  STEP_RULES,
  stepsFrom,
  type Submission,
  type SubmissionComment,
  type SubmissionEvent,
  type SubmissionStep,
  type SubmissionTarget,
} from "../../domain/submission/submission.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { submissionSubject } from "../../use-cases/submissions/submission-access.js";
import type { SubmissionOptionType } from "./submission.types.js";

/** What hangs from declarations and needs, loaded for a whole answer at once. */
@Injectable()
export class CapacityLoaders {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(AUTHORISER) private readonly authoriser: Authoriser,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityPorts,
  ) {}

  campaign(loaders: RequestLoaders, actor: Actor, id: string): Promise<Campaign | null> {
    const loader = loaders.of("capacity.campaign", (ids) =>
      this.runner.read(actor, async (ctx) => byId(await this.ports.campaigns.findMany(ctx, ids))),
    );
    return loader.load(id);
  }

  declaration(loaders: RequestLoaders, actor: Actor, id: string): Promise<CapacityDeclaration | null> {
    const loader = loaders.of("capacity.declaration", (ids) =>
      this.runner.read(actor, async (ctx) => byId(await this.ports.declarations.findMany(ctx, ids))),
    );
    return loader.load(id);
  }

  async history(loaders: RequestLoaders, actor: Actor, target: SubmissionTarget, id: string) {
    const loader = loaders.of<SubmissionEvent[]>(`capacity.history.${target}`, (ids) =>
      this.runner.read(actor, async (ctx) => grouped(await this.ports.journal.events(ctx, target, ids))),
    );
    return (await loader.load(id)) ?? [];
  }

  async comments(loaders: RequestLoaders, actor: Actor, target: SubmissionTarget, id: string) {
    const loader = loaders.of<SubmissionComment[]>(`capacity.comments.${target}`, (ids) =>
      this.runner.read(actor, async (ctx) => grouped(await this.ports.journal.comments(ctx, target, ids))),
    );
    return (await loader.load(id)) ?? [];
  }

  /** Steps that the state allows, each with its conditions and whether this person may take it. */
  async steps(loaders: RequestLoaders, actor: Actor, target: SubmissionTarget, id: string) {
    const loader = loaders.of<SubmissionOptionType[]>(`capacity.steps.${target}`, (ids) =>
      this.runner.read(actor, async (ctx) => {
        const submissions: readonly Submission[] = await this.repository(target).findMany(ctx, ids);
        const campaignIds = [...new Set(submissions.map(({ campaignId }) => campaignId))];
        const campaigns = byId(await this.ports.campaigns.findMany(ctx, campaignIds));
        const options = new Map<string, SubmissionOptionType[]>();
        for (const each of submissions) {
          const campaign = campaigns.get(each.campaignId);
          if (campaign !== undefined) options.set(each.id, await this.optionsOf(ctx, target, each, campaign));
        }
        return options;
      }),
    );
    return (await loader.load(id)) ?? [];
  }

  private repository(target: SubmissionTarget) {
    return target === "declaration" ? this.ports.declarations : this.ports.needs;
  }

  private optionsOf(ctx: Context, target: SubmissionTarget, submission: Submission, campaign: Campaign) {
    return Promise.all(
      stepsFrom(target, submission.state).map((step) => this.optionOf(ctx, target, submission, campaign, step)),
    );
  }

  private async optionOf(
    ctx: Context,
    target: SubmissionTarget,
    submission: Submission,
    campaign: Campaign,
    step: SubmissionStep,
  ): Promise<SubmissionOptionType> {
    const { right, to } = STEP_RULES[step];
    const may = await this.authoriser.authorise(ctx, right, submissionSubject(target, submission));
    // A reason is given with the step itself: it is no condition of what stands.
    const conditions = stepConditions(step, { target, submission, campaign, reason: null, at: ctx.clock.now() }).filter(
      ({ code }) => code !== "submission.reason",
    );
    const unmet = conditions.find(({ met }) => !met);
    const why = may.ok ? unmet : { code: may.refusal.code, message: may.refusal.message };
    return {
      step,
      to,
      allowed: why === undefined,
      reason: why?.message ?? null,
      reasonCode: why?.code ?? null,
      conditions,
    };
  }
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

function grouped<Row extends { readonly submissionId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.submissionId, [...(groups.get(row.submissionId) ?? []), row]);
  return groups;
}
