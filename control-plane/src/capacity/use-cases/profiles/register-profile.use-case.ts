import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, invalidInput } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { gpuKindOf } from "../../domain/profiles/gpu-kind.js";
import { kvBytesPerToken, modelShapeOf, PRECISIONS, weightsBytes } from "../../domain/profiles/model-shape.js";
import { bandWithin, configurationKey, type ThroughputProfile } from "../../domain/profiles/throughput-profile.js";
import { fitSteps } from "../../domain/queueing/fit-steps.js";
import type { OrganisationDirectory } from "../../ports/directories/organisation-directory.port.js";
import type { ProfileRepository } from "../../ports/profile-repository.port.js";

const name = z.string().trim().min(1).max(200);
const milliseconds = z.number().min(0).max(3_600_000);
const input = z.object({
  model: name,
  precision: z.enum(PRECISIONS).default("bf16"),
  gpu: name,
  gpusPerReplica: z.number().int().min(1).max(64),
  engine: name,
  /** Batch, and mean milliseconds between two tokens at it. */
  points: z
    .array(z.object({ batch: z.number().min(1).max(100_000), stepMs: z.number().gt(0).max(60_000) }))
    .min(2)
    .max(1000)
    .refine((points) => new Set(points.map(({ batch }) => batch)).size > 1, "Two different batches at least."),
  /** Time to read a prompt: constant part, and for each token of it beside each running sequence. */
  prefillMs: milliseconds,
  prefillMsPerToken: z.number().min(0).max(1000).default(0),
  /** Needed for a model or a GPU that the tables do not know. */
  kvBytesPerToken: z.number().int().min(1).max(100_000_000).nullish(),
  weightsBytes: z.number().min(1).max(1e14).nullish(),
  memoryGiB: z.number().min(1).max(10_000).nullish(),
  source: z.object({
    basis: z.enum(["measured", "published"]),
    title: name,
    url: z.url().max(2000).nullish(),
    licence: name,
    date: z.iso.date(),
  }),
});
type Registered = z.output<typeof input>;

interface Ports {
  readonly profiles: ProfileRepository;
  readonly organisations: OrganisationDirectory;
}

/** Puts a load curve on record as a profile: the line through its points, as far as they go, with its largest error. */
export const registerProfile = (
  ports: Ports,
): UseCase<
  Registered,
  { readonly rootId: string; readonly known: readonly ThroughputProfile[] },
  ThroughputProfile
> => ({
  name: "capacity.register-profile",
  action: "register",
  input: zodSchema(input),
  async load(ctx) {
    const rootId = await ports.organisations.rootId(ctx);
    const subject = { name: "ThroughputProfile", id: null, organisationId: rootId } as const;
    return ok({ subject, loaded: { rootId, known: await ports.profiles.all(ctx) } });
  },
  async handle(ctx, told, { rootId, known }) {
    const shape = modelShapeOf(told.model);
    const kv = told.kvBytesPerToken ?? (shape === null ? null : kvBytesPerToken(shape));
    const weights = told.weightsBytes ?? (shape === null ? null : weightsBytes(shape, told.precision));
    const memoryGiB = told.memoryGiB ?? gpuKindOf(told.gpu)?.memoryGiB ?? null;
    if (kv === null || weights === null || memoryGiB === null)
      return refuse(
        invalidInput([
          ...(kv === null ? [{ path: "kvBytesPerToken", message: "The model is not known: tell it." }] : []),
          ...(weights === null ? [{ path: "weightsBytes", message: "The model is not known: tell it." }] : []),
          ...(memoryGiB === null ? [{ path: "memoryGiB", message: "The GPU is not known: tell it." }] : []),
        ]),
      );
    const { alphaMs, betaMs, maxErrorPct } = fitSteps(told.points.map(({ batch, stepMs }) => [batch, stepMs]));
    if (alphaMs < 0 || betaMs < 0)
      return refuse(invalidInput([{ path: "points", message: "A larger batch takes longer, and a step takes time." }]));
    const key = configurationKey(told);
    const { model, precision, gpu, gpusPerReplica, engine, source } = told;
    const profile: ThroughputProfile = {
      key,
      // Versions below 100 are those that Socle comes with.
      version: 1 + Math.max(99, ...known.filter((other) => other.key === key).map(({ version }) => version)),
      model,
      precision,
      gpu,
      gpusPerReplica,
      memoryGiB,
      engine,
      times: { alphaMs, betaMs, gammaMs: told.prefillMs, deltaMs: told.prefillMsPerToken },
      kvBytesPerToken: kv,
      weightsBytes: weights,
      maxSequences: Math.floor(Math.max(...told.points.map(({ batch }) => batch))),
      band: bandWithin(Math.min(99, maxErrorPct)),
      source: { ...source, url: source.url ?? null },
      method: "least-squares/1",
    };
    const id = ctx.ids.next();
    if (!(await ports.profiles.insert(ctx, id, profile, actorRef(ctx.actor), ctx.clock.now())))
      return refuse(conflict("profile.version_taken", "Somebody registered a version meanwhile. Try again."));
    const data = { key, version: profile.version, times: profile.times, source: profile.source };
    return ok({
      value: profile,
      event: { organisationId: rootId, subjectType: "ThroughputProfile", subjectId: id, data },
    });
  },
});
