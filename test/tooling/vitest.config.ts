import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = [
  "control-plane/src",
  "control-plane/local",
  "control-plane/contracts",
  "policies",
  "scheduler",
  "console/src",
  "test/architecture",
  "test/contracts",
  "test/fakes",
  "test/tooling",
];

export default defineConfig({
  root,
  resolve: {
    conditions: ["socle-source"],
    alias: [
      // The bundler's entry would be a second copy beside the one that Node gives to Apollo and Nest.
      { find: /^graphql$/, replacement: `${root}node_modules/graphql/index.js` },
      { find: /^fast-check$/, replacement: `${root}test/tooling/seeded-fast-check.ts` },
    ],
  },
  ssr: { resolve: { conditions: ["socle-source"] } },
  test: {
    exclude: ["**/node_modules/**", "**/dist/**"],
    // A spec waits as much as it works; the default leaves one of two cores idle.
    maxWorkers: 2,
    // Files of a worker share the modules they import, whose reading took twice the time of the specs; each file brings
    // its own state and undoes what it changes of the process.
    isolate: false,
    // What is waited for comes late on a loaded machine; only what never comes is a failure.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          testTimeout: 30_000,
          include: sources.map((folder) => `${folder}/**/*.spec.{ts,tsx}`),
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["test/integration/**/*.spec.ts"],
          globalSetup: ["test/fakes/postgres.global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.spec.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
