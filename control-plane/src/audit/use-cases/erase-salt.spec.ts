import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { memoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor, type PersonActor } from "../../kernel/actor.js";
import { CaslAuthoriser } from "../../tenancy/adapters/casl/casl-authoriser.js";
import { MemoryLogSalts } from "../../../../test/fakes/memory/audit/memory-log-salts.js";
import { commitment } from "../domain/log-entry.js";
import { askSaltErasure, eraseSalt } from "./erase-salt.use-case.js";
import { openEntry } from "./open-entry.js";

const salt = new Uint8Array(32).fill(7);
const source = { b: 1, a: "x" };
const scene = (published = true) => {
  const salts = new MemoryLogSalts();
  salts.put("inference", "r1/1/1", { index: 3, published, salt, source });
  const { runner } = memoryRunner();
  const input = { log: "inference", entryId: "r1/1/1", reason: "A person asked for it under article 17." };
  return {
    erase: (changes = {}) => runner.run(systemActor("test"), eraseSalt(salts), { ...input, ...changes }),
    open: () => runner.read(systemActor("test"), (ctx) => openEntry(ctx, salts, "inference", "r1/1/1")),
  };
};

describe("an entry's opening", () => {
  it("is what anybody can compute the commitment from", async () => {
    const opening = await scene().open();
    const recomputed = createHash("sha256")
      .update(Buffer.from(opening?.salt ?? "", "hex"))
      .update(opening?.source ?? "")
      .digest("base64");
    expect(recomputed).toBe(commitment({ salt, source }));
    expect(opening).toMatchObject({ index: 3, source: '{"a":"x","b":1}', commitment: recomputed });
  });

  it("is gone once the salt is erased, and cannot be erased twice", async () => {
    const { erase, open } = scene();
    expect(await erase()).toMatchObject({ ok: true, value: { log: "inference", entryId: "r1/1/1", index: 3 } });
    expect(await open()).toMatchObject({ salt: null, commitment: null });
    expect(await erase()).toMatchObject({ ok: false, refusal: { code: "log_entry.erased" } });
  });

  it("stays while the entry waits to be published, and for a record that is in no log", async () => {
    expect(await scene(false).erase()).toMatchObject({ ok: false, refusal: { code: "log_entry.not_published" } });
    expect(await scene().erase({ entryId: "other" })).toMatchObject({ ok: false, refusal: { kind: "NotFound" } });
    expect(await scene().erase({ reason: "short" })).toMatchObject({ ok: false, refusal: { kind: "InvalidInput" } });
  });
});

describe("the salt of an act of government", () => {
  const person = (id: string): PersonActor => ({
    ...{ kind: "person", id, name: id, contractor: false, mfa: true },
    memberships: [{ organisationId: "etat", role: "compliance" }],
  });
  const [camille, dominique] = [person("camille"), person("dominique")];
  const acts = () => {
    const salts = new MemoryLogSalts();
    salts.put("governance", "act", { index: 3, published: true, salt, source });
    const { runner, clock, journal } = memoryRunner(new CaslAuthoriser({ pathOf: () => Promise.resolve(["etat"]) }));
    const input = { log: "governance", entryId: "act", reason: "A person asked for it under article 17." };
    return {
      clock,
      journal,
      ask: (by: PersonActor) => runner.run(by, askSaltErasure(salts), input),
      erase: (by: PersonActor) => runner.run(by, eraseSalt(salts), input),
    };
  };

  it("is erased by two people: nobody does alone what they asked for", async () => {
    const { ask, erase, journal } = acts();
    expect(await erase(camille)).toMatchObject({ ok: false, refusal: { code: "log_entry.erasure_not_asked" } });
    expect(await ask(camille)).toMatchObject({ ok: true, value: { index: 3 } });
    expect(await erase(camille)).toMatchObject({ ok: false, refusal: { kind: "Forbidden", code: "request.own" } });
    expect(await erase(dominique)).toMatchObject({ ok: true, value: { log: "governance", entryId: "act" } });
    expect(journal.events.map(({ useCase }) => useCase)).toEqual(["audit.ask-salt-erasure", "audit.erase-salt"]);
    expect(await ask(camille)).toMatchObject({ ok: false, refusal: { code: "log_entry.erased" } });
    expect(await erase(dominique)).toMatchObject({ ok: false, refusal: { code: "log_entry.erased" } });
  });

  it("waits thirty days for the other one", async () => {
    const { ask, erase, clock } = acts();
    await ask(camille);
    clock.moveTo(new Date("2026-10-02T08:00:00Z"));
    expect(await erase(dominique)).toMatchObject({ ok: false, refusal: { code: "log_entry.erasure_not_asked" } });
    await ask(dominique);
    await ask(camille);
    expect(await erase(dominique)).toMatchObject({ ok: true });
  });
});
