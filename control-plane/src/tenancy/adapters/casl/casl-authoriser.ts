import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Action, Authoriser, Context, Subject, Transaction } from "../../../kernel/use-case.js";
import { explainDenial } from "../../domain/denial.js";
import type { OrganisationRepository } from "../../ports/organisation-repository.port.js";
import { abilityOf, can } from "./ability.js";

type Organisations = Pick<OrganisationRepository, "pathOf"> & Partial<Pick<OrganisationRepository, "pathsOf">>;

/** Decides from the role matrix and the organisation tree. The platform itself acts under no role. */
export class CaslAuthoriser implements Authoriser {
  /** What a transaction has seen of the tree; authorisation comes before anything that could change it. */
  private readonly seen = new WeakMap<Transaction, Map<string, readonly string[]>>();

  constructor(private readonly organisations: Organisations) {}

  async authorise(ctx: Context, action: Action, subject: Subject): Promise<Result<true>> {
    if (ctx.actor.kind === "system") return ok(true);
    const path = await this.pathOf(ctx, subject.organisationId);
    if (can(abilityOf(ctx.actor), action, subject, path)) return ok(true);
    return refuse(explainDenial(ctx.actor, action, subject, path));
  }

  async foresee(ctx: Context, organisationIds: readonly string[]): Promise<void> {
    if (ctx.actor.kind === "system" || this.organisations.pathsOf === undefined) return;
    const paths = await this.organisations.pathsOf(ctx, [...new Set(organisationIds)]);
    for (const [id, path] of paths) this.seenIn(ctx).set(id, path);
  }

  private async pathOf(ctx: Context, organisationId: string): Promise<readonly string[]> {
    const known = this.seenIn(ctx).get(organisationId);
    if (known !== undefined) return known;
    const path = await this.organisations.pathOf(ctx, organisationId);
    this.seenIn(ctx).set(organisationId, path);
    return path;
  }

  private seenIn({ tx }: Context): Map<string, readonly string[]> {
    const seen = this.seen.get(tx) ?? new Map<string, readonly string[]>();
    this.seen.set(tx, seen);
    return seen;
  }
}
