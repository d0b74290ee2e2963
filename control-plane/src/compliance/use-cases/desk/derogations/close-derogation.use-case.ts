import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import type { Action, Context } from "../../../../kernel/use-case.js";
import { closed, type Closing } from "../../../domain/desk/derogations/derogation.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { reason } from "../desk.input.js";
import { derogationStep, onDerogation } from "./derogation-desk.js";

export const closeDerogationInput = z.object({ ...onDerogation, reason });
export type CloseDerogationInput = z.infer<typeof closeDerogationInput>;
type Ports = Pick<DeskPorts, "derogations" | "notices">;

const VERB: Readonly<Record<Closing, { readonly name: string; readonly action: Action }>> = {
  refused: { name: "compliance.refuse-derogation", action: "review" },
  withdrawn: { name: "compliance.withdraw-derogation", action: "declare" },
  revoked: { name: "compliance.revoke-derogation", action: "revoke" },
};

const closing = (ports: Ports, how: Closing) =>
  derogationStep<CloseDerogationInput>(ports, {
    ...VERB[how],
    input: closeDerogationInput,
    async change(ctx: Context, { reason: why }, derogation) {
      const after = closed(derogation, how, { by: actorRef(ctx.actor), at: ctx.clock.now(), reason: why });
      if (after.ok && how === "revoked") await ports.notices.revoke(ctx, derogation.id, ctx.clock.now());
      return after;
    },
    told: ({ reason: why }) => ({ reason: why }),
  });

/** The compliance cell refuses what was asked or endorsed. */
export const refuseDerogation = (ports: Ports) => closing(ports, "refused");
/** The ministry no longer asks. */
export const withdrawDerogation = (ports: Ports) => closing(ports, "withdrawn");
/** The compliance cell ends a granted derogation before its last day: the next snapshot is without it. */
export const revokeDerogation = (ports: Ports) => closing(ports, "revoked");
