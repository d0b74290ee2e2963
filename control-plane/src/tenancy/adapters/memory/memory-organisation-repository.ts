import type { Context } from "../../../kernel/use-case.js";
import { existsAt, type Organisation } from "../../domain/organisation.js";
import { sirenOf } from "../../domain/siren.js";
import type { OrganisationRepository } from "../../ports/organisation-repository.port.js";

/** The tree in memory, seen whole: it knows no row-level security. */
export class MemoryOrganisationRepository implements OrganisationRepository {
  private readonly byId = new Map<string, Organisation>();

  find = (_ctx: Context, id: string): Promise<Organisation | null> => Promise.resolve(this.byId.get(id) ?? null);

  findMany = (_ctx: Context, ids: readonly string[]): Promise<readonly Organisation[]> =>
    Promise.resolve(this.all().filter((organisation) => ids.includes(organisation.id)));

  findBySlug = (_ctx: Context, slug: string): Promise<Organisation | null> =>
    Promise.resolve(this.all().find((organisation) => organisation.slug === slug) ?? null);

  listAt(_ctx: Context, at: Date): Promise<readonly Organisation[]> {
    return Promise.resolve(
      this.all()
        .filter((organisation) => existsAt(organisation, at))
        .sort(this.byDepth),
    );
  }

  pathOf = (_ctx: Context, id: string): Promise<readonly string[]> => Promise.resolve(this.path(id));

  pathsOf(_ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return Promise.resolve(new Map(ids.filter((id) => this.byId.has(id)).map((id) => [id, this.path(id)])));
  }

  lineOf(_ctx: Context, id: string): Promise<readonly string[]> {
    const below = this.all()
      .map((each) => each.id)
      .filter((each) => this.path(each).includes(id));
    return Promise.resolve([...new Set([...this.path(id), ...below])]);
  }

  findBySiret(_ctx: Context, siret: string, at: Date): Promise<Organisation | null> {
    const siren = sirenOf(siret);
    const candidates = this.all()
      .filter(
        (each) =>
          existsAt(each, at) && (each.siret === siret || each.siren === siren || each.siret?.slice(0, 9) === siren),
      )
      .sort((left, right) => Number(right.siret === siret) - Number(left.siret === siret) || this.byDepth(left, right));
    return Promise.resolve(candidates[0] ?? null);
  }

  save(_ctx: Context, organisation: Organisation): Promise<"saved" | "cycle"> {
    if (organisation.parentId !== null && this.path(organisation.parentId).includes(organisation.id)) {
      return Promise.resolve("cycle");
    }
    this.byId.set(organisation.id, organisation);
    return Promise.resolve("saved");
  }

  private readonly all = (): Organisation[] => [...this.byId.values()];

  private readonly byDepth = (left: Organisation, right: Organisation): number =>
    this.path(left.id).length - this.path(right.id).length || left.name.localeCompare(right.name);

  private path(id: string): string[] {
    const organisation = this.byId.get(id);
    if (organisation === undefined) return [];
    return [id, ...(organisation.parentId === null ? [] : this.path(organisation.parentId))];
  }
}
