import type { Context } from "../../../kernel/use-case.js";
import type { OrganisationDirectory } from "../../ports/organisation-directory.port.js";
import type { CatalogueOrganisation } from "./memory-use-case.catalogue.js";

export class MemoryOrganisationDirectory implements OrganisationDirectory {
  constructor(private readonly organisations: ReadonlyMap<string, CatalogueOrganisation>) {}

  async exists(_ctx: Context, id: string): Promise<boolean> {
    return Promise.resolve(this.organisations.has(id));
  }

  async rootId(_ctx: Context): Promise<string> {
    const [root] = [...this.organisations].find(([, { path }]) => path.length === 1) ?? [];
    if (root === undefined) throw new Error("The organisation tree has no root.");
    return Promise.resolve(root);
  }
}
