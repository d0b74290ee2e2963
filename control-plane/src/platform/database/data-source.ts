import { DataSource } from "typeorm";
import { SingleStatementClient } from "./single-statement-client.js";

export interface DataSourceOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Idle connections die when the server restarts; the pool replaces them, and this hears of it. */
  readonly onPoolError: (error: Error) => void;
}

/** Connections of the application role. Statements are SQL of the rooms' repositories: no entity is mapped. */
export const createDataSource = (options: DataSourceOptions): DataSource =>
  new DataSource({
    type: "postgres",
    url: options.url,
    poolSize: options.poolSize,
    applicationName: "socle-control-plane",
    connectTimeoutMS: 5000,
    poolErrorHandler: options.onPoolError,
    installExtensions: false,
    logging: false,
    extra: {
      Client: SingleStatementClient,
      keepAlive: true,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });

/** True for a superuser and for roles made to bypass policies: the second wall would not be there. */
export async function seesThroughPolicies(dataSource: DataSource): Promise<boolean> {
  const rows: { bypasses: boolean }[] = await dataSource.query(
    "SELECT rolsuper OR rolbypassrls AS bypasses FROM pg_roles WHERE rolname = current_user",
  );
  return rows[0]?.bypasses ?? true;
}
