import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { CapacityPorts } from "../../../../control-plane/src/capacity/ports/capacity-ports.js";
import type { OrganisationDirectory } from "../../../../control-plane/src/capacity/ports/directories/organisation-directory.port.js";
import { MemoryCampaignRepository } from "./memory-campaign.repository.js";
import { MemoryDeclarationRepository } from "./memory-declaration.repository.js";
import { MemoryNeedRepository } from "./memory-need.repository.js";
import { MemorySubmissionJournal } from "./memory-submission.journal.js";

/**
 * @param paths of each organisation, from itself up to the root
 * @param useCases slugs that every organisation knows
 */
export const memoryCapacityPorts = (
  paths: readonly (readonly string[])[],
  useCases: readonly string[] = [],
): CapacityPorts => ({
  campaigns: new MemoryCampaignRepository(),
  declarations: new MemoryDeclarationRepository(),
  needs: new MemoryNeedRepository(),
  journal: new MemorySubmissionJournal(),
  organisations: new MemoryOrganisationDirectory(paths),
  useCases: { unknown: (_ctx, _id, slugs) => Promise.resolve(slugs.filter((slug) => !useCases.includes(slug))) },
});

class MemoryOrganisationDirectory implements OrganisationDirectory {
  constructor(private readonly paths: readonly (readonly string[])[]) {}

  async pathOf(_ctx: Context, id: string): Promise<readonly string[]> {
    return Promise.resolve(this.paths.find((path) => path[0] === id) ?? []);
  }

  async rootId(): Promise<string> {
    const root = this.paths[0]?.at(-1);
    if (root === undefined) throw new Error("No tree was given.");
    return Promise.resolve(root);
  }
}
