import type { Context } from "../../../kernel/use-case.js";
import type { OrganisationDirectory } from "../../ports/organisation-directory.port.js";

export class MemoryOrganisationDirectory implements OrganisationDirectory {
  /** @param ids the root first */
  constructor(private readonly ids: readonly [string, ...string[]]) {}

  async exists(_ctx: Context, id: string): Promise<boolean> {
    return Promise.resolve(this.ids.includes(id));
  }

  async rootId(_ctx: Context): Promise<string> {
    return Promise.resolve(this.ids[0]);
  }
}
