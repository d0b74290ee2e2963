import type * as Audit from "../../src/audit/adapters/postgres/pg-governance-journal.ts";
import type * as Jobs from "../../src/capacity/adapters/jobs/import-jobs.ts";
import type * as Ports from "../../src/capacity/adapters/postgres/pg-capacity-ports.ts";
import type * as Imports from "../../src/capacity/adapters/postgres/pg-import.store.ts";
import type * as Sheets from "../../src/capacity/adapters/sheets/file-sheets.ts";
import type { SheetFormat } from "../../src/capacity/domain/import/capacity-import.ts";
import type * as Accepting from "../../src/capacity/use-cases/imports/accept-import.use-case.ts";
import type * as Starting from "../../src/capacity/use-cases/imports/start-import.use-case.ts";
import type { UseCase } from "../../src/kernel/use-case.ts";
import type * as Runners from "../../src/platform/use-case-runner/transactional-runner.ts";
import type * as Observers from "../../src/platform/use-case-runner/use-case-observer.port.ts";
import type * as Casl from "../../src/tenancy/adapters/casl/casl-authoriser.ts";
import type * as Organisations from "../../src/tenancy/adapters/postgres/pg-organisation-repository.ts";
import { compiled, type Figure } from "../figure.ts";
import { person, timed, type Transactions } from "./reading.ts";
import { CAMPAIGN } from "./synthetic-lines.ts";
import { MINISTRY, OTHER_MINISTRY } from "./synthetic-registry.ts";

const ROWS = 10_000;
const HEADING = [
  ...["Référence", "Site", "Hébergement", "Type de GPU", "Nombre de GPU", "Acquisition", "Étiquettes acceptées"],
  ...["Coût annuel (€)"],
];
const SITES = ["Lille", "Évry", "Besançon", "Orléans"];

const row = (at: number): readonly string[] => [
  ...[`I-${at}`, `${SITES[at % SITES.length] ?? ""}, salle ${at % 97}`, "Interne à l'État"],
  ...[["H100-80GB", "L40S-48GB"][at % 2] ?? "", String(1 + (at % 16)), "Achat", "internal", `${1200 + at},50`],
];

/**
 * A file of 10,000 lines of a ministry into a campaign that already has half a million: sent, read with its checks by the
 * worker, and accepted, each as a person's screen and the platform do it.
 */
export async function measureImport(transactions: Transactions, report: (figure: Figure) => void): Promise<void> {
  const { fileSheets } = await compiled<typeof Sheets>("capacity/adapters/sheets/file-sheets.js");
  const bring = await importer(transactions);
  const rows = [HEADING, ...Array.from({ length: ROWS }, (_, at) => row(at))];
  const seconds = async (format: SheetFormat, organisationId: string): Promise<number> => {
    const file = await fileSheets.write(format, rows);
    return (await timed(() => bring(organisationId, format, file))) / 1000;
  };
  report({ metric: "import_10k_rows_s", value: await seconds("csv", MINISTRY), unit: "s", target: 10 });
  report({ metric: "import_10k_xlsx_rows_s", value: await seconds("xlsx", OTHER_MINISTRY), unit: "s", target: 10 });
}

type Bring = (organisationId: string, format: SheetFormat, file: Uint8Array) => Promise<void>;

async function importer(transactions: Transactions): Promise<Bring> {
  const { pgCapacityPorts } = await compiled<typeof Ports>("capacity/adapters/postgres/pg-capacity-ports.js");
  const { PgImportStore } = await compiled<typeof Imports>("capacity/adapters/postgres/pg-import.store.js");
  const { ImportJobs } = await compiled<typeof Jobs>("capacity/adapters/jobs/import-jobs.js");
  const { fileSheets } = await compiled<typeof Sheets>("capacity/adapters/sheets/file-sheets.js");
  const { startImport } = await compiled<typeof Starting>("capacity/use-cases/imports/start-import.use-case.js");
  const { acceptImport } = await compiled<typeof Accepting>("capacity/use-cases/imports/accept-import.use-case.js");
  // What is read is what is measured, not how long it waits for its turn.
  const queue = { send: () => Promise.resolve() };
  const ports = { ...pgCapacityPorts(), imports: new PgImportStore(), queue };
  const runner = await runnerOn(transactions);
  const jobs = new ImportJobs(transactions, { ...ports, sheets: fileSheets });
  return async (organisationId, format, file) => {
    const declarant = person(organisationId, "declarant");
    const run = async <Input, Loaded, Output>(
      useCase: UseCase<Input, Loaded, Output>,
      input: unknown,
    ): Promise<Output> => {
      const result = await runner.run(declarant, useCase, input);
      if (!result.ok) throw new Error(`${useCase.name}: ${result.refusal.message}`);
      return result.value;
    };
    const fileName = `banc.${format}`;
    const asked = { campaignId: CAMPAIGN, organisationId, target: "declaration", format, fileName, file };
    const { id } = await run(startImport(ports), asked);
    await jobs.run(id, { signal: new AbortController().signal });
    await run(acceptImport(ports), { id });
  };
}

/** The runner of the application: rights, one transaction, and the governance event in it. */
async function runnerOn(transactions: Transactions): Promise<InstanceType<typeof Runners.TransactionalRunner>> {
  const { TransactionalRunner } = await compiled<typeof Runners>("platform/use-case-runner/transactional-runner.js");
  const { silentObserver } = await compiled<typeof Observers>("platform/use-case-runner/use-case-observer.port.js");
  const { CaslAuthoriser } = await compiled<typeof Casl>("tenancy/adapters/casl/casl-authoriser.js");
  const { PgOrganisationRepository } = await compiled<typeof Organisations>(
    "tenancy/adapters/postgres/pg-organisation-repository.js",
  );
  const { PgGovernanceJournal } = await compiled<typeof Audit>("audit/adapters/postgres/pg-governance-journal.js");
  const authoriser = new CaslAuthoriser(new PgOrganisationRepository());
  return new TransactionalRunner(transactions, authoriser, new PgGovernanceJournal(), silentObserver);
}
