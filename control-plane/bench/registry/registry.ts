import pg from "pg";
import { prepareApplicationRole } from "../../local/postgres/roles.ts";
import { withTemporaryDatabase } from "../../local/postgres/temporary-database.ts";
import type * as Sources from "../../src/platform/database/data-source.ts";
import { compiled, type Figure } from "../figure.ts";
import { measureImport } from "./line-import.ts";
import { measureLines } from "./line-pages.ts";
import { transactionsOn } from "./reading.ts";
import { plantLines } from "./synthetic-lines.ts";
import { plantRegistry } from "./synthetic-registry.ts";
import { measureUseCases } from "./use-case-pages.ts";

const SIZE = { ministries: 17, directionsEach: 12, useCases: 50_000, lines: 500_000 } as const;

/** Lists of 50,000 use cases and 500,000 lines of declarations behind row-level security, and a file of lines that comes in. */
export async function registry(report: (figure: Figure) => void): Promise<void> {
  await withTemporaryDatabase(async (ownerUrl) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await plantRegistry(owner, SIZE);
    await plantLines(owner, SIZE.ministries * SIZE.directionsEach, SIZE.lines);
    await owner.query("VACUUM ANALYZE");
    await owner.end();
    const applicationUrl = await prepareApplicationRole(ownerUrl, "temporary");
    const { createDataSource } = await compiled<typeof Sources>("platform/database/data-source.js");
    const dataSource = createDataSource({ url: applicationUrl, poolSize: 2, onPoolError: () => undefined });
    await dataSource.initialize();
    try {
      const transactions = await transactionsOn(dataSource);
      await measureUseCases(transactions, SIZE.useCases, report);
      await measureLines(transactions, SIZE.lines, report);
      await measureImport(transactions, report);
    } finally {
      await dataSource.destroy();
    }
  });
}
