import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Action, Authoriser, Context, Subject } from "../../../kernel/use-case.js";
import { explainDenial } from "../../domain/denial.js";
import type { OrganisationRepository } from "../../ports/organisation-repository.port.js";
import { abilityOf, can } from "./ability.js";

/** Decides from the role matrix and the organisation tree. The platform itself acts under no role. */
export class CaslAuthoriser implements Authoriser {
  constructor(private readonly organisations: Pick<OrganisationRepository, "pathOf">) {}

  async authorise(ctx: Context, action: Action, subject: Subject): Promise<Result<true>> {
    if (ctx.actor.kind === "system") return ok(true);
    const path = await this.organisations.pathOf(ctx, subject.organisationId);
    if (can(abilityOf(ctx.actor), action, subject, path)) return ok(true);
    return refuse(explainDenial(ctx.actor, action, subject, path));
  }
}
