import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { architecture, rulesOf } from "./rules.js";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "socle-rules-"));
  symlinkSync(modules, join(tree, "node_modules"));
});
afterEach(() => {
  rmSync(tree, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

/** Names of the rules that one import, between two files of an otherwise empty tree, breaks. */
async function broken(from: string, to: string): Promise<string[]> {
  write(to, "export const it = 1;\n");
  const climb = "../".repeat(dirname(from).split("/").length);
  write(from, `import { it } from "${climb}${to.replace(/\.tsx?$/, "")}";\nexport const used = it;\n`);
  return rulesBrokenIn([dirname(from).split("/")[0] ?? ""]);
}

async function brokenByPackage(from: string, name: string): Promise<string[]> {
  write(from, `import * as it from "${name}";\nexport const used = it;\n`);
  return rulesBrokenIn([from.split("/")[0] ?? ""]);
}

async function rulesBrokenIn(folders: string[]): Promise<string[]> {
  const { output } = await cruise(folders, {
    baseDir: tree,
    ruleSet: { forbidden: rulesOf(architecture) },
    validate: true,
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
  });
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name).toSorted();
}

const room = (path: string) => `control-plane/src/${path}`;

describe("what the rules catch", () => {
  it.each([
    [
      "a deployable that reaches into another",
      "scheduler/src/a.ts",
      "control-plane/src/registry/index.ts",
      "package scheduler not to control-plane",
    ],
    [
      "a contract that imports",
      "control-plane/contracts/a.ts",
      "policies/engine/src/b.ts",
      "package control-plane/contracts not to policies/engine",
    ],
    [
      "the console that imports the scheduler",
      "console/src/a.ts",
      "scheduler/src/b.ts",
      "package console not to scheduler",
    ],
    [
      "a domain that knows its use cases",
      room("registry/domain/a.ts"),
      room("registry/use-cases/b.ts"),
      "layer domain",
    ],
    ["a domain that knows the platform", room("registry/domain/a.ts"), room("platform/tokens.ts"), "layer domain"],
    ["a domain that knows another room", room("allocation/domain/a.ts"), room("tenancy/index.ts"), "layer domain"],
    [
      "a port that knows an adapter",
      room("registry/ports/a.ts"),
      room("registry/adapters/postgres/b.ts"),
      "layer ports",
    ],
    [
      "a use case that knows an adapter",
      room("registry/use-cases/a.ts"),
      room("registry/adapters/postgres/b.ts"),
      "layer use-cases",
    ],
    [
      "an adapter that knows the module",
      room("registry/adapters/graphql/a.ts"),
      room("registry/registry.module.ts"),
      "layer adapters",
    ],
    [
      "a way round a room's door",
      room("allocation/adapters/postgres/a.ts"),
      room("tenancy/domain/b.ts"),
      "rooms meet at the door",
    ],
    [
      "a room that looks upward",
      room("tenancy/adapters/postgres/a.ts"),
      room("registry/index.ts"),
      "room control-plane/src/tenancy",
    ],
    [
      "an adapter that reads past a named read",
      room("allocation/adapters/postgres/a.ts"),
      room("ledger/adapters/postgres/b.ts"),
      "rooms meet at the door",
    ],
    [
      "a read of a room above",
      room("ledger/reads/a.ts"),
      room("allocation/reads/b.ts"),
      "room control-plane/src/ledger",
    ],
    ["a read that knows an adapter", room("ledger/reads/a.ts"), room("ledger/adapters/postgres/b.ts"), "layer reads"],
    ["a domain that knows SQL", room("ledger/domain/a.ts"), room("registry/reads/b.ts"), "layer domain"],
    [
      "a scheduler's room that looks upward",
      "scheduler/src/cost/a.ts",
      "scheduler/src/admission/b.ts",
      "room scheduler/src/cost",
    ],
    ["a page's part that knows a page", "console/src/parts/a.ts", "console/src/ledger/B.tsx", "room console/src/parts"],
    [
      "a room that knows its assembly",
      "scheduler/src/admission/a.ts",
      "scheduler/src/run-scheduler.ts",
      "rooms of scheduler/src are assembled from outside",
    ],
    [
      "shipped code that uses a test's builder",
      room("registry/domain/a.ts"),
      "test/builders/b.ts",
      "tests stay outside",
    ],
    [
      "a spec that takes what it needs from a bench",
      "control-plane/src/capacity/domain/a.spec.ts",
      "control-plane/bench/b.ts",
      "benches stay outside",
    ],
    [
      "a launcher that imports a deployable",
      "control-plane/local/a.ts",
      "control-plane/src/registry/index.ts",
      "launcher imports no deployable",
    ],
  ])("%s", async (_what, from, to, rule) => {
    expect(await broken(from, to)).toContain(rule);
  });

  it.each([
    ["NestJS in a use case", room("registry/use-cases/a.ts"), "@nestjs/common", "nest stays at the edge"],
    ["SQL in a domain", room("registry/domain/a.ts"), "typeorm", "nest stays at the edge"],
    ["a database in the scheduler", "scheduler/src/admission/a.ts", "pg", "thin data plane"],
    [
      "the file system in a picker",
      "scheduler/src/endpoint-picker/a.ts",
      "node:fs",
      "pure scheduler/src/endpoint-picker",
    ],
    ["the network in admission", "scheduler/src/admission/a.ts", "undici", "pure scheduler/src/admission"],
  ])("%s", async (_what, from, name, rule) => {
    expect(await brokenByPackage(from, name)).toContain(rule);
  });

  it("a type that is imported upward", async () => {
    write("scheduler/src/request/b.ts", "export interface B { readonly it: number }\n");
    write(
      "scheduler/src/placement/a.ts",
      'import type { B } from "../request/b";\nexport const a = ({ it }: B) => it;\n',
    );
    expect(await rulesBrokenIn(["scheduler"])).toContain("room scheduler/src/placement");
  });

  it.each(architecture.acyclic)("two files of %s that name each other's types", async (folder) => {
    const naming = (other: string) =>
      `import type { It } from "./${other}";\nexport interface Us { readonly it: It }\n`;
    write(`${folder}/a.ts`, `${naming("b")}export interface It { readonly a: number }\n`);
    write(`${folder}/b.ts`, `${naming("a")}export interface It { readonly b: number }\n`);
    expect(await rulesBrokenIn([folder])).toContain("no cycle of types");
  });

  it("two files that need each other", async () => {
    write(room("registry/domain/a.ts"), 'import { b } from "./b";\nexport const a = () => b;\n');
    write(room("registry/domain/b.ts"), 'import { a } from "./a";\nexport const b = () => a;\n');
    expect(await rulesBrokenIn(["control-plane"])).toContain("no cycle");
  });
});

describe("what the rules allow", () => {
  it.each([
    ["a use case that uses its port", room("registry/use-cases/a.ts"), room("registry/ports/b.ts")],
    ["an adapter that uses the platform", room("registry/adapters/postgres/a.ts"), room("platform/database/b.ts")],
    ["a room that enters another by its door", room("allocation/adapters/postgres/a.ts"), room("tenancy/index.ts")],
    [
      "an adapter that reads by another room's named read",
      room("allocation/adapters/postgres/a.ts"),
      room("ledger/reads/b.ts"),
    ],
    ["a deployable that uses a contract", "scheduler/src/a.ts", "control-plane/contracts/index.ts"],
    ["a spec that uses a builder", room("registry/domain/a.spec.ts"), "test/builders/b.ts"],
  ])("%s", async (_what, from, to) => {
    expect(await broken(from, to)).toEqual([]);
  });

  it("no circle of rooms, since each is declared after those it knows", () => {
    for (const rooms of Object.values(architecture.rooms)) {
      const names = Object.keys(rooms);
      for (const [room, known] of Object.entries(rooms))
        expect(names.slice(0, names.indexOf(room)), room).toEqual(expect.arrayContaining([...known]));
    }
  });

  it("says for each rule where the code belongs", () => {
    for (const rule of rulesOf(architecture)) expect(rule.comment.length).toBeGreaterThan(20);
  });
});
