import type { ModelV1 } from "@socle/contracts";
import { z } from "zod";
import { invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { endpointUrl } from "../domain/endpoint-url.js";
import type { Deployment, Endpoint, Pool } from "../domain/pool.js";
import { poolForRules } from "../domain/pool-for-rules.js";
import type { ServingPorts } from "../ports/serving-ports.js";
import { allowedByRules } from "./rules-of-pools.js";

const seconds = z.number().min(0).max(3600);
const price = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const input = z.object({
  /** Slug. */
  pool: z.string().min(1).max(60),
  /** Name in the registry of models. */
  model: z.string().min(1).max(200),
  servedName: z.string().min(1).max(200),
  gpusPerReplica: z.number().int().min(1).max(100_000),
  profile: z.object({
    alphaSeconds: seconds,
    betaSeconds: seconds,
    prefillSecondsPerToken: seconds,
    referenceBatch: z.number().int().min(1).max(100_000),
    maxSequences: z.number().int().min(1).max(100_000),
  }),
  /** Micro-euros per million tokens. */
  price: z.object({ inputPerMillion: price, outputPerMillion: price }),
  energy: z.object({
    kWhPerMillionTokens: z.number().min(0),
    kgCO2eqPerKWh: z.number().min(0),
    method: z.string().min(1).max(200),
  }),
  endpoints: z
    .array(
      z.object({
        url: z.string().max(2000),
        apiKeyVariable: z
          .string()
          .regex(/^[A-Z][A-Z0-9_]{0,99}$/, "The name of a variable, not a key.")
          .nullish(),
        simulated: z.boolean().default(false),
      }),
    )
    .max(1000),
});
type Deployed = z.output<typeof input>;

export interface Loaded {
  readonly pool: Pool;
  readonly model: ModelV1;
  readonly organisationId: string;
}

/**
 * Says where a model is served in a pool: its model servers, what they cost and how fast they are. Replaces an earlier
 * deployment of that model in that pool; endpoints whose URL stays keep their identity.
 */
export const deployModel = (ports: ServingPorts): UseCase<Deployed, Loaded, Deployment> => ({
  name: "serving.deploy-model",
  action: "deploy",
  input: zodSchema(input),
  async load(ctx, { pool: slug, model }) {
    const pool = await ports.pools.findBySlug(ctx, slug);
    if (pool === null) return refuse(notFound("pool", slug));
    const found = await ports.models.find(ctx, model);
    if (found === null) return refuse(notFound("model", model));
    const organisationId = await ports.organisations.rootId(ctx);
    const loaded = { pool, model: found, organisationId };
    return ok({ subject: { name: "Deployment", id: null, organisationId }, loaded });
  },
  async handle(ctx, deployed, { pool, model, organisationId }) {
    const question = { subject: "deployment", model, pool: poolForRules(pool) } as const;
    const allowed = await allowedByRules(ports, ctx, "deployment.rule_refused", question);
    if (!allowed.ok) return allowed;
    const known = await ports.pools.findDeployment(ctx, pool.id, model.id);
    const endpoints = endpointsOf(ctx, deployed, known?.endpoints ?? []);
    if (!endpoints.ok) return endpoints;
    const { servedName, gpusPerReplica, profile, price: prices, energy } = deployed;
    const deployment: Deployment = {
      id: known?.id ?? ctx.ids.next(),
      poolId: pool.id,
      modelId: model.id,
      servedName,
      gpusPerReplica,
      profile,
      price: prices,
      energy,
      endpoints: endpoints.value,
    };
    await ports.pools.saveDeployment(ctx, deployment);
    const data = { pool: pool.slug, model: deployed.model, endpoints: deployment.endpoints.map(({ url }) => url) };
    return ok({
      value: deployment,
      event: { organisationId, subjectType: "Deployment", subjectId: deployment.id, data },
    });
  },
});

function endpointsOf(ctx: Context, deployed: Deployed, known: readonly Endpoint[]): Result<readonly Endpoint[]> {
  const endpoints: Endpoint[] = [];
  for (const [index, given] of deployed.endpoints.entries()) {
    const url = endpointUrl(given.url);
    const taken = url.ok && endpoints.some((endpoint) => endpoint.url === url.value);
    if (!url.ok || taken)
      return refuse(invalidInput([{ path: `endpoints.${index}.url`, message: url.ok ? "Given twice." : url.refusal }]));
    endpoints.push({
      id: known.find((endpoint) => endpoint.url === url.value)?.id ?? ctx.ids.next(),
      url: url.value,
      apiKeyVariable: given.apiKeyVariable ?? null,
      simulated: given.simulated,
    });
  }
  return ok(endpoints);
}
