/** A program that writes committed files from the code. */
export interface Generator {
  readonly entry: string;
  readonly args: readonly string[];
  readonly outputs: readonly string[];
}

export const GENERATORS: readonly Generator[] = [
  {
    entry: "control-plane/dist/control-plane/src/generate.js",
    args: [],
    outputs: ["control-plane/contracts/schema.graphql", "control-plane/docs/role-matrix.md"],
  },
  {
    // Migrates an embedded PostgreSQL and writes down what came of it.
    entry: "node_modules/vitest/vitest.mjs",
    args: ["run", "--config", "test/tooling/vitest.config.ts", "--project", "integration", "schema-sql", "--update"],
    outputs: ["migrations/schema.sql"],
  },
];
