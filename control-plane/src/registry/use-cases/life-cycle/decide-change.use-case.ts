import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import { decided } from "../../../kernel/second-person.js";
import type { Context, Done, UseCase } from "../../../kernel/use-case.js";
import { CHANGED } from "../../../kernel/stored-record.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { agreed } from "../../domain/amendment.js";
import { current, type UseCaseChange } from "../../domain/change.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";
import { changeEvent } from "./propose-change.js";
import { recordMove } from "./record-change.js";

export const CHANGE_RIGHTS = ["validate", "select"] as const satisfies readonly UseCaseChange["right"][];
export const decideChangeInput = z.object({
  id: id.describe("Of the change."),
  right: z.enum(CHANGE_RIGHTS).describe("As the change says."),
  reason,
});
export type DecideChangeInput = z.infer<typeof decideChangeInput>;
type Ports = Pick<RegistryPorts, "useCases" | "changes">;

interface Loaded {
  readonly change: UseCaseChange;
  readonly useCase: AiUseCase;
}
type Verb = UseCase<DecideChangeInput, Loaded, AiUseCase>;

/** A change as authorisation looks at it: its author is who declared it, and does not decide on it. */
async function loadChange(ports: Ports, ctx: Context, of: string, own: boolean): ReturnType<Verb["load"]> {
  const change = await ports.changes.find(ctx, of);
  const useCase = change === null ? null : await ports.useCases.find(ctx, change.useCaseId);
  if (change === null || useCase === null) return refuse(notFound("change", of));
  const { organisationId, proposedBy, state } = change;
  const author = own ? {} : { declaredBy: proposedBy };
  const subject = { name: "UseCase", id: useCase.id, organisationId, state, ...author } as const;
  return ok({ subject, loaded: { change, useCase } });
}

const verb = (of: Pick<Verb, "name" | "action">, ports: Ports, handle: Verb["handle"]): Verb => ({
  ...of,
  input: zodSchema(decideChangeInput),
  load: (ctx, input) => loadChange(ports, ctx, input.id, of.name === "registry.withdraw-change"),
  async handle(ctx, input, loaded) {
    return loaded.change.right === input.right ? handle(ctx, input, loaded) : refuse(decidedByOthers(loaded.change));
  },
});

/**
 * The second person: what was proposed stands on the use case from this transaction on, and its keys are judged by it with
 * the next snapshot.
 */
export const confirmChange = (ports: Ports, right: UseCaseChange["right"]): Verb =>
  verb({ name: "registry.confirm-change", action: right }, ports, async (ctx, { reason: why }, { change, useCase }) => {
    const seen = current(change, useCase);
    const after = seen.ok ? agreed(useCase, change.changes) : seen;
    if (!after.ok) return after;
    const done = await decide(ports, ctx, { change, useCase: after.value }, "confirmed", why);
    if (!done.ok) return done;
    const stored = await recordMove(ports.useCases, ctx, useCase, after.value, `${change.reason} ${why}`);
    return stored.ok ? done : stored;
  });

/** The second person says no; the use case stays as it is. */
export const refuseChange = (ports: Ports, right: UseCaseChange["right"]): Verb =>
  verb({ name: "registry.refuse-change", action: right }, ports, (ctx, { reason: why }, loaded) =>
    decide(ports, ctx, loaded, "refused", why),
  );

/** Whoever proposed takes it back, by the right that proposing asked for. */
export const withdrawChange = (ports: Ports, right: UseCaseChange["right"]): Verb =>
  verb(
    { name: "registry.withdraw-change", action: right === "select" ? "select" : "update" },
    ports,
    (ctx, { reason: why }, loaded) => decide(ports, ctx, loaded, "withdrawn", why),
  );

async function decide(
  { changes }: Ports,
  ctx: Context,
  { change, useCase }: Loaded,
  state: "confirmed" | "refused" | "withdrawn",
  why: string,
): Promise<Result<Done<AiUseCase>>> {
  const after = decided(change, state, { by: actorRef(ctx.actor), at: ctx.clock.now(), reason: why });
  if (!after.ok) return after;
  if (!(await changes.update(ctx, after.value))) return refuse(CHANGED);
  return ok({ value: useCase, event: changeEvent(useCase, after.value, why) });
}

const decidedByOthers = ({ right }: UseCaseChange) =>
  conflict("change.not_yours", `It takes the right to ${right}: the other body decides on this change.`);
