import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { OrganisationDirectory } from "../../../../control-plane/src/registry/ports/organisation-directory.port.js";
import type { CatalogueOrganisation } from "./memory-use-case.catalogue.js";

export class MemoryOrganisationDirectory implements OrganisationDirectory {
  constructor(private readonly organisations: ReadonlyMap<string, CatalogueOrganisation>) {}

  async exists(_ctx: Context, id: string): Promise<boolean> {
    return Promise.resolve(this.organisations.has(id));
  }

  /** The ministry of an organisation is what stands just below the root. */
  async ministriesOf(_ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(new Map(ids.map((id) => [id, this.organisations.get(id)?.path.at(-2) ?? id])));
  }

  async rootId(_ctx: Context): Promise<string> {
    const [root] = [...this.organisations].find(([, { path }]) => path.length === 1) ?? [];
    if (root === undefined) throw new Error("The organisation tree has no root.");
    return Promise.resolve(root);
  }
}
