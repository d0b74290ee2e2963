import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import {
  asItWas,
  byDepthAndName,
  type PastOrganisation,
} from "../../../../control-plane/src/tenancy/domain/organisation-change.js";
import { existsAt, type Organisation } from "../../../../control-plane/src/tenancy/domain/organisation.js";
import { sirenOf } from "../../../../control-plane/src/tenancy/domain/siren.js";
import type {
  OrganisationRepository,
  SaveOutcome,
} from "../../../../control-plane/src/tenancy/ports/organisation-repository.port.js";
import { MemoryRows } from "../memory-records.js";

/** What a change of is kept. */
const IDENTITY = ["slug", "name", "acronym", "kind", "parentId", "siren", "siret"] as const;

/** The tree in memory, seen whole: it knows no row-level security. */
export class MemoryOrganisationRepository extends MemoryRows<Organisation> implements OrganisationRepository {
  private readonly past: PastOrganisation[] = [];

  findBySlug(_ctx: Context, slug: string): Promise<Organisation | null> {
    return this.one((organisation) => organisation.slug === slug);
  }

  listAt(_ctx: Context, at: Date): Promise<readonly Organisation[]> {
    const then = this.where((organisation) => existsAt(organisation, at));
    return Promise.resolve(byDepthAndName(then.map((organisation) => asItWas(organisation, this.past, at))));
  }

  childrenOf(_ctx: Context, id: string): Promise<readonly Organisation[]> {
    return Promise.resolve(this.where(({ parentId }) => parentId === id));
  }

  pastOf(_ctx: Context, ids: readonly string[]): Promise<readonly PastOrganisation[]> {
    return Promise.resolve(this.past.filter(({ organisationId }) => ids.includes(organisationId)));
  }

  pathOf = (_ctx: Context, id: string): Promise<readonly string[]> => Promise.resolve(this.path(id));

  pathsOf(_ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return Promise.resolve(new Map(ids.filter((id) => this.get(id) !== undefined).map((id) => [id, this.path(id)])));
  }

  lineOf(_ctx: Context, id: string): Promise<readonly string[]> {
    const below = this.where((each) => this.path(each.id).includes(id));
    return Promise.resolve([...new Set([...this.path(id), ...below.map((each) => each.id)])]);
  }

  findBySiret(_ctx: Context, siret: string, at: Date): Promise<Organisation | null> {
    const siren = sirenOf(siret);
    const candidates = this.where(
      (each) =>
        existsAt(each, at) && (each.siret === siret || each.siren === siren || each.siret?.slice(0, 9) === siren),
    ).sort((left, right) => Number(right.siret === siret) - Number(left.siret === siret) || this.byDepth(left, right));
    return Promise.resolve(candidates[0] ?? null);
  }

  async save(ctx: Context, organisation: Organisation, effective?: Date): Promise<SaveOutcome> {
    const { id, parentId } = organisation;
    if (parentId !== null && this.path(parentId).includes(id)) return "cycle";
    if (this.succeedsToItself(organisation)) return "succession_cycle";
    this.keepPast(organisation, effective ?? ctx.clock.now());
    await this.put(organisation);
    return "saved";
  }

  private keepPast(next: Organisation, at: Date): void {
    const before = this.get(next.id);
    if (before === undefined || IDENTITY.every((field) => before[field] === next[field])) return;
    const since = this.past.findLast(({ organisationId }) => organisationId === next.id)?.until ?? before.validFrom;
    const { slug, name, acronym, kind, parentId, siren, siret } = before;
    const until = at < since ? since : at;
    this.past.push({ organisationId: next.id, since, until, slug, name, acronym, kind, parentId, siren, siret });
  }

  private succeedsToItself({ id, successorId }: Organisation): boolean {
    const seen = new Set<string>();
    for (let next = successorId; next !== null && !seen.has(next); next = this.get(next)?.successorId ?? null) {
      if (next === id) return true;
      seen.add(next);
    }
    return false;
  }

  private readonly byDepth = (left: Organisation, right: Organisation): number =>
    this.path(left.id).length - this.path(right.id).length || left.name.localeCompare(right.name);

  private path(id: string): string[] {
    const organisation = this.get(id);
    if (organisation === undefined) return [];
    return [id, ...(organisation.parentId === null ? [] : this.path(organisation.parentId))];
  }
}
