import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { PgGovernanceJournal } from "../../control-plane/src/audit/index.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { conflict } from "../../control-plane/src/kernel/refusal.js";
import { ok, refuse } from "../../control-plane/src/kernel/result.js";
import type { UseCase } from "../../control-plane/src/kernel/use-case.js";
import { zodSchema } from "../../control-plane/src/kernel/zod-schema.js";
import { countOf, rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { TransactionalRunner } from "../../control-plane/src/platform/use-case-runner/transactional-runner.js";
import { silentObserver } from "../../control-plane/src/platform/use-case-runner/use-case-observer.port.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";
import { allowAll } from "../fakes/use-case-runner.js";

const database = useDatabase();
const actor = systemActor("test");
let tree: SampleTree;
let runner: TransactionalRunner;
beforeAll(async () => {
  tree = await plantTree(database);
  runner = new TransactionalRunner(database.transactions, allowAll, new PgGovernanceJournal(), silentObserver);
});

/** Renames the ministry of culture, then does as it is told. */
const rename = (outcome: "done" | "refused" | "failed"): UseCase<{ name: string }, null, string> => ({
  name: "test.rename",
  action: "update",
  input: zodSchema(z.object({ name: z.string() })),
  load: () =>
    Promise.resolve(
      ok({ subject: { name: "Organisation" as const, id: tree.culture, organisationId: tree.culture }, loaded: null }),
    ),
  async handle(ctx, { name }) {
    await countOf(ctx, "UPDATE organisation SET name = $2, version = version + 1 WHERE id = $1", [tree.culture, name]);
    if (outcome === "refused") return refuse(conflict("test.refused", "refused after writing"));
    if (outcome === "failed") throw new Error("failed after writing");
    const event = {
      organisationId: tree.culture,
      subjectType: "Organisation" as const,
      subjectId: tree.culture,
      data: { name },
    };
    return ok({ value: name, event });
  },
});

const nameNow = (): Promise<string | undefined> =>
  database.transactions.read(actor, async (ctx) => {
    const rows = await rowsOf<{ name: string }>(ctx, "SELECT name FROM organisation WHERE id = $1", [tree.culture]);
    return rows[0]?.name;
  });
const events = (): Promise<{ use_case: string; actor: string; data: unknown }[]> =>
  database.transactions.read(actor, (ctx) =>
    rowsOf(ctx, "SELECT use_case, actor, data FROM governance_event WHERE use_case = 'test.rename'"),
  );

describe("the use-case runner on PostgreSQL", () => {
  it("leaves nothing of what was refused or failed after it had written", async () => {
    expect(await runner.run(actor, rename("refused"), { name: "refused" })).toMatchObject({ ok: false });
    await expect(runner.run(actor, rename("failed"), { name: "failed" })).rejects.toThrow("failed after writing");
    expect(await nameNow()).toBe("culture");
    expect(await events()).toEqual([]);
  });

  it("commits the change with its line in the journal, and announces it", async () => {
    const listener = new pg.Client({ connectionString: database.urls.appUrl });
    await listener.connect();
    await listener.query("LISTEN socle_changed");
    const heard = new Promise((resolve) => listener.once("notification", ({ payload }) => resolve(payload)));
    expect(await runner.run(actor, rename("done"), { name: "Culture" })).toEqual(ok("Culture"));
    expect(await heard).toBe("test.rename");
    await listener.end();
    expect(await nameNow()).toBe("Culture");
    expect(await events()).toEqual([{ use_case: "test.rename", actor: "system:test", data: { name: "Culture" } }]);
  });

  it("loses the change when its line cannot be written", async () => {
    const broken = { append: () => Promise.reject(new Error("journal full")) };
    const failing = new TransactionalRunner(database.transactions, allowAll, broken, silentObserver);
    await expect(failing.run(actor, rename("done"), { name: "unrecorded" })).rejects.toThrow("journal full");
    expect(await nameNow()).toBe("Culture");
  });
});

describe("the governance journal", () => {
  it.each([
    ["UPDATE governance_event SET actor = 'nobody'"],
    ["DELETE FROM governance_event"],
    ["TRUNCATE governance_event"],
  ])("refuses %s to the application and to its owner", async (statement) => {
    await expect(database.write(actor, (ctx) => countOf(ctx, statement))).rejects.toMatchObject({ code: "42501" });
    const owner = new pg.Client({ connectionString: database.urls.ownerUrl });
    await owner.connect();
    await expect(owner.query(statement)).rejects.toMatchObject({ code: "42501" });
    await owner.end();
    expect(await events()).toHaveLength(1);
  });
});
