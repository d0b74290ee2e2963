import { describe, expect, it } from "vitest";
import { z } from "zod";
import { memoryRunner, RecordingJournal } from "../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../kernel/actor.js";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { Authoriser, Subject, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { TransactionalRunner } from "./transactional-runner.js";
import type { Settled, Transactions } from "./transactions.port.js";
import type { UseCaseObserver, UseCaseOutcome } from "./use-case-observer.port.js";

const actor = systemActor("test");
const subject: Subject = { name: "UseCase", id: "1", organisationId: "culture" };
const event = { organisationId: "culture", subjectType: "UseCase", subjectId: "1", data: {} } as const;

const rename = (
  fields: Partial<UseCase<{ name: string }, string, string>> = {},
): UseCase<{ name: string }, string, string> => ({
  name: "test.rename",
  action: "update",
  input: zodSchema(z.object({ name: z.string().min(1) })),
  load: () => Promise.resolve(ok({ subject, loaded: "before" })),
  handle: (_ctx, { name }, loaded) => Promise.resolve(ok({ value: `${loaded} → ${name}`, event })),
  ...fields,
});

const forbidAll: Authoriser = {
  authorise: (_ctx, action, { name }) =>
    Promise.resolve(refuse({ kind: "Forbidden", code: "role.missing", message: "no", action, subject: name })),
};

describe("the use-case runner", () => {
  it("hands on what was loaded, answers the value and records the event", async () => {
    const { runner, journal } = memoryRunner();
    expect(await runner.run(actor, rename(), { name: "after" })).toEqual(ok("before → after"));
    expect(journal.events).toEqual([{ useCase: "test.rename", event }]);
  });

  it("records what was caused elsewhere after the event, each under its own verb; nothing of what was done before", async () => {
    const { runner, journal } = memoryRunner();
    const done = { value: "after", event, caused: [{ useCase: "test.follow", event: { ...event, subjectId: "2" } }] };
    await runner.run(actor, rename({ handle: () => Promise.resolve(ok(done)) }), { name: "after" });
    expect(journal.events.map(({ useCase, event: { subjectId } }) => [useCase, subjectId])).toEqual([
      ["test.rename", "1"],
      ["test.follow", "2"],
    ]);
    const again = { ...done, repeated: true } as const;
    await runner.run(actor, rename({ handle: () => Promise.resolve(ok(again)) }), { name: "after" });
    expect(journal.events).toHaveLength(2);
  });

  it("refuses bad input with every issue, before anything is loaded", async () => {
    const { runner } = memoryRunner();
    const load = (): never => {
      throw new Error("must not load");
    };
    const result = await runner.run(actor, rename({ load }), { name: "" });
    expect(result).toMatchObject({ ok: false, refusal: { kind: "InvalidInput", issues: [{ path: "name" }] } });
  });

  it.each([
    ["load", memoryRunner(), rename({ load: () => Promise.resolve(refuse(notFound("use_case", "1"))) }), "NotFound"],
    ["authorisation", memoryRunner(forbidAll), rename(), "Forbidden"],
    [
      "handle",
      memoryRunner(),
      rename({ handle: () => Promise.resolve(refuse(conflict("use_case.stale", "stale"))) }),
      "Conflict",
    ],
  ])("returns a refusal of %s and records nothing", async (_step, { runner, journal }, useCase, kind) => {
    expect(await runner.run(actor, useCase, { name: "after" })).toMatchObject({ ok: false, refusal: { kind } });
    expect(journal.events).toEqual([]);
  });

  it("commits what succeeded and rolls back what was refused", async () => {
    const commits: boolean[] = [];
    const { transactions } = memoryRunner();
    const recording: Transactions = {
      read: (who, work) => transactions.read(who, work),
      write: <T>(who: typeof actor, name: string, work: Parameters<Transactions["write"]>[2]) =>
        transactions.write(who, name, async (ctx) => {
          const settled = (await work(ctx)) as Settled<T>;
          commits.push(settled.commit);
          return settled;
        }),
    };
    const silent: UseCaseObserver = { observe: () => undefined };
    const authoriser: Authoriser = { authorise: () => Promise.resolve(ok(true)) };
    const runner = new TransactionalRunner(recording, authoriser, new RecordingJournal(), silent);
    await runner.run(actor, rename(), { name: "after" });
    await runner.run(actor, rename({ handle: () => Promise.resolve(refuse(conflict("a.b", "c"))) }), { name: "after" });
    expect(commits).toEqual([true, false]);
  });

  it("tells the observer once what came of each run, and throws faults on", async () => {
    const outcomes: UseCaseOutcome["kind"][] = [];
    const observer: UseCaseObserver = { observe: (_name, _actor, { kind }) => outcomes.push(kind) };
    const authoriser: Authoriser = { authorise: () => Promise.resolve(ok(true)) };
    const runner = new TransactionalRunner(memoryRunner().transactions, authoriser, new RecordingJournal(), observer);
    await runner.run(actor, rename(), { name: "after" });
    await runner.run(actor, rename(), { name: "" });
    const broken = rename({ handle: () => Promise.reject(new Error("bug")) });
    await expect(runner.run(actor, broken, { name: "after" })).rejects.toThrow("bug");
    expect(outcomes).toEqual(["done", "refused", "failed"]);
  });
});
