import { DATA_LABELS } from "@socle/contracts";
import { z } from "zod";
import { ok } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { HOSTINGS, type Pool } from "../domain/pool.js";
import type { ServingPorts } from "../ports/serving-ports.js";
import { mayOpen } from "./rules-of-pools.js";
import { poolStanding } from "./pool-standing.input.js";

const input = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Lower-case letters, digits and hyphens.")
    .max(60),
  name: z.string().trim().min(1).max(100),
  gpuClass: z.string().trim().min(1).max(60),
  gpuCount: z.number().int().min(1).max(1_000_000),
  acceptedLabels: z
    .array(z.enum(DATA_LABELS))
    .refine((labels) => !labels.includes("classified"), "No pool takes classified data."),
  hosting: z.enum(HOSTINGS),
  standing: poolStanding.optional(),
  active: z.boolean().default(true),
  invented: z.boolean().default(false),
});
type Registered = z.output<typeof input>;
type Ports = Pick<ServingPorts, "pools" | "organisations" | "rules">;

export interface Loaded {
  readonly known: Pool | null;
  readonly organisationId: string;
}

/** Puts a pool on record, or corrects what is known of the pool of that slug. */
export const registerPool = (ports: Ports): UseCase<Registered, Loaded, Pool> => ({
  name: "serving.register-pool",
  action: "register",
  input: zodSchema(input),
  async load(ctx, { slug }) {
    const known = await ports.pools.findBySlug(ctx, slug);
    const organisationId = await ports.organisations.rootId(ctx);
    return ok({ subject: { name: "Pool", id: known?.id ?? null, organisationId }, loaded: { known, organisationId } });
  },
  async handle(ctx, registered, { known, organisationId }) {
    const pool: Pool = {
      ...registered,
      acceptedLabels: [...new Set(registered.acceptedLabels)],
      standing: registered.standing ?? known?.standing ?? {},
      veto: known?.veto ?? null,
      id: known?.id ?? ctx.ids.next(),
    };
    const opens = pool.active && known?.active !== true;
    const allowed = opens ? await mayOpen(ports, ctx, pool) : ok(true);
    if (!allowed.ok) return allowed;
    await ports.pools.save(ctx, pool);
    return ok({
      value: pool,
      event: { organisationId, subjectType: "Pool", subjectId: pool.id, data: { ...registered } },
    });
  },
});
