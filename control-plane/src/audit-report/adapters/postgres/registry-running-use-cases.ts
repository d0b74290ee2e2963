import type { Context } from "../../../kernel/use-case.js";
import { pgRegistryPorts, RUNNING_STATES, unmetConditions } from "../../../registry/index.js";
import { PgOrganisationRepository } from "../../../tenancy/index.js";
import type { IncompleteUseCase } from "../../domain/audit-report.js";
import type { RunningUseCases } from "../../ports/running-use-cases.port.js";

const PAGE = 200;
const QUERY = {
  search: "",
  states: [...RUNNING_STATES, "suspended" as const],
  organisationId: null,
  sort: "organisation" as const,
  descending: false,
  first: PAGE,
};

/** Asks the registry, so that the report and the life cycle speak of the same conditions. */
export class RegistryRunningUseCases implements RunningUseCases {
  private readonly catalogue = pgRegistryPorts().catalogue;
  private readonly organisations = new PgOrganisationRepository();

  async incomplete(ctx: Context, day: string): Promise<readonly IncompleteUseCase[]> {
    const found: (Omit<IncompleteUseCase, "organisation"> & { readonly organisationId: string })[] = [];
    for (let after: string | null = null; ;) {
      const { rows, hasNextPage } = await this.catalogue.page(ctx, { ...QUERY, after });
      for (const { useCase } of rows) {
        const missing = unmetConditions(useCase).map(({ code }) => code);
        const due = useCase.dossier.evaluationDueOn ?? null;
        const evaluationOverdueSince = due !== null && due < day ? due : null;
        const { id, name, state, organisationId } = useCase;
        if (missing.length > 0 || evaluationOverdueSince !== null)
          found.push({ id, name, state, organisationId, missing, evaluationOverdueSince });
      }
      after = rows.at(-1)?.cursor ?? null;
      if (!hasNextPage || after === null) return this.named(ctx, found);
    }
  }

  private async named(
    ctx: Context,
    found: readonly (Omit<IncompleteUseCase, "organisation"> & { readonly organisationId: string })[],
  ): Promise<readonly IncompleteUseCase[]> {
    const ids = [...new Set(found.map(({ organisationId }) => organisationId))];
    const names = new Map((await this.organisations.findMany(ctx, ids)).map(({ id, name }) => [id, name]));
    return found.map(({ organisationId, ...rest }) => ({
      ...rest,
      organisation: names.get(organisationId) ?? organisationId,
    }));
  }
}
