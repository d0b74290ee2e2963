import { z } from "zod";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Proposal } from "../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";
import { motive, organisationId } from "./bundle.input.js";
import { behalfOf, propose } from "./propose-bundle.use-case.js";

const input = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), motive, organisationId });
export type ProposeReturnInput = z.infer<typeof input>;

/** Proposes to go back to a bundle on record; it is decided on like any other. */
export const proposeReturn = (ports: BundlePorts): UseCase<ProposeReturnInput, string, Proposal> => ({
  name: "compliance.propose-return",
  action: "declare",
  input: zodSchema(input),
  load: (ctx, { organisationId: given }) => behalfOf(ports, ctx, given),
  async handle(ctx, { digest, motive: why }, organisation) {
    if ((await ports.bundles.find(ctx, digest)) === null) return refuse(notFound("policy_bundle", digest));
    const loaded = await ports.active.byDigest(ctx, digest);
    if (!loaded.ok) return refuse(conflict("policy_bundle.unreadable", loaded.refusal));
    return propose(ports, ctx, loaded.value, why, organisation);
  },
});
