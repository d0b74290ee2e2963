import type { TestProject } from "vitest/node";
import { startTestServer } from "./postgres.js";

declare module "vitest" {
  interface ProvidedContext {
    postgresPort: number;
  }
}

/** One PostgreSQL for the whole integration run; each spec takes its own database from it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide("postgresPort", server.port);
  return () => server.stop();
}
