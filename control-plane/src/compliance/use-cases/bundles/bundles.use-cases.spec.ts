import { beforeEach, describe, expect, it } from "vitest";
import { ruleFile } from "../../../../../test/builders/rule-file.builder.js";
import { memoryRunner, type MemoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import type { PersonActor, Role } from "../../../kernel/actor.js";
import { ok } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import {
  MemoryBundleRepository,
  MemoryProposalRepository,
} from "../../../../../test/fakes/memory/compliance/bundles/memory-bundle-repositories.js";
import { loadBundle, type LoadedBundle } from "../../domain/bundles/loaded-bundle.js";
import type { Proposal } from "../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";
import { approveProposal } from "./approve-proposal.use-case.js";
import { proposeBundle } from "./propose-bundle.use-case.js";
import { proposeReturn } from "./propose-return.use-case.js";
import { rejectProposal } from "./reject-proposal.use-case.js";
import { RulesInForce } from "./rules-in-force.js";
import { withdrawProposal } from "./withdraw-proposal.use-case.js";

const person = (id: string, role: Role = "compliance"): PersonActor => ({
  ...{ kind: "person", id, name: id, contractor: false, mfa: true },
  memberships: [{ organisationId: "etat", role }],
});
const [author, other] = [person("alix"), person("camille")];
const loaded = (...overrides: Parameters<typeof ruleFile>[0][]): LoadedBundle => {
  const result = loadBundle(overrides.map((each) => ruleFile(each)));
  if (!result.ok) throw new Error("refused");
  return result.value;
};
const builtIn = loaded({});
const candidate = loaded({ fr: "Autrement" });

let memory: MemoryRunner;
let ports: BundlePorts;
beforeEach(() => {
  memory = memoryRunner();
  const bundles = new MemoryBundleRepository();
  const active = new RulesInForce(bundles, { load: () => ok(builtIn) });
  const organisations = { rootId: () => Promise.resolve("etat") };
  ports = { bundles, proposals: new MemoryProposalRepository(), active, organisations };
});

const run = <Input, Loaded, Output>(who: PersonActor, verb: UseCase<Input, Loaded, Output>, input: unknown) =>
  memory.runner.run(who, verb, input);
const propose = (files = candidate.source.files, who = author) =>
  run(who, proposeBundle(ports), { files, motive: "A new text" });
async function proposed(): Promise<Proposal> {
  const result = await propose();
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
const decide = (verb: typeof approveProposal | typeof rejectProposal, who: PersonActor, id: string, version = 1) =>
  run(who, verb(ports), { id, version, reason: "It was looked at" });
const inForce = async () => {
  const current = await memory.transactions.read(author, (ctx) => ports.active.current(ctx));
  return current.ok ? current.value.source.digest : current.refusal;
};

describe("a policy bundle", () => {
  it("comes into force by a second person, with both digests in the journal", async () => {
    const proposal = await proposed();
    expect(await inForce()).toBe(builtIn.source.digest);
    expect(await decide(approveProposal, other, proposal.id)).toMatchObject({
      ok: true,
      value: { state: "activated" },
    });
    expect(await inForce()).toBe(candidate.source.digest);
    expect(memory.journal.events.at(-1)).toMatchObject({
      useCase: "compliance.approve-proposal",
      event: { data: { before: builtIn.source.digest, after: candidate.source.digest } },
    });
  });

  it("does not by its author, whatever their roles", async () => {
    const { id } = await proposed();
    expect(await decide(approveProposal, author, id)).toMatchObject({ refusal: { code: "policy_proposal.own" } });
    expect(await inForce()).toBe(builtIn.source.digest);
  });

  it("takes one signature of the compliance cell, of its author or of whoever approves", async () => {
    const off = loaded({ mode: "off" }).source.files;
    const cell = person("the cell", "ai_cell");
    const ariane = person("operator", "ariane_operator");
    for (const who of [cell, { ...author, mfa: false }, { ...author, contractor: true }]) {
      const proposal = await propose(off, who);
      if (!proposal.ok) throw new Error(proposal.refusal.message);
      expect(proposal.value.complianceSigned).toBe(false);
      for (const signer of [ariane, { ...other, mfa: false }])
        expect(await decide(approveProposal, signer, proposal.value.id)).toMatchObject({
          refusal: { code: "policy_proposal.no_compliance" },
        });
    }
    expect(await inForce()).toBe(builtIn.source.digest);
    const bySelf = await propose(off);
    if (!bySelf.ok) throw new Error(bySelf.refusal.message);
    expect(await decide(approveProposal, ariane, bySelf.value.id)).toMatchObject({ ok: true });
    const back = await run(cell, proposeReturn(ports), { digest: builtIn.source.digest, motive: "It let all through" });
    if (!back.ok) throw new Error(back.refusal.message);
    expect(await decide(approveProposal, ariane, back.value.id)).toMatchObject({ ok: false });
    expect(await decide(approveProposal, other, back.value.id)).toMatchObject({ ok: true });
  });

  it("goes back to an earlier one the same way, the built-in one included", async () => {
    await decide(approveProposal, other, (await proposed()).id);
    const back = await run(author, proposeReturn(ports), {
      digest: builtIn.source.digest,
      motive: "It refused too much",
    });
    if (!back.ok) throw new Error(back.refusal.message);
    await decide(approveProposal, other, back.value.id);
    expect(await inForce()).toBe(builtIn.source.digest);
    const history = await memory.transactions.read(author, (ctx) => ports.bundles.activations(ctx, 9));
    expect(history.map(({ number, digest }) => [number, digest])).toEqual([
      [2, builtIn.source.digest],
      [1, candidate.source.digest],
    ]);
    const unknown = await run(author, proposeReturn(ports), { digest: "0".repeat(64), motive: "Nothing" });
    expect(unknown).toMatchObject({ refusal: { code: "policy_bundle.not_found" } });
  });

  it("leaves the words of its rules to whoever explains what they decided, once it is no longer in force", async () => {
    const words = ports.active as RulesInForce;
    expect(words.find("family/rule", 1)?.fr).toBe("Non");
    expect(words.find("family/rule", 9)).toBeUndefined();
    const later = loaded({ id: "family/later" });
    const result = await propose(later.source.files);
    if (!result.ok) throw new Error(result.refusal.message);
    await decide(approveProposal, other, result.value.id);
    const restarted = new RulesInForce(ports.bundles, { load: () => ok(builtIn) });
    await memory.transactions.read(author, (ctx) => restarted.current(ctx));
    expect(restarted.find("family/later", 1)?.legal).toHaveLength(1);
    expect(restarted.find("family/rule", 1)?.derogableBy).toEqual([]);
  });

  it("is refused whole, naming file, line and column, and nothing is kept", async () => {
    const result = await propose([ruleFile({ when: "useCase.stat == 'idea'" })]);
    expect(result).toMatchObject({
      ok: false,
      refusal: { kind: "InvalidInput", issues: [{ path: "files/family/rule/rule.yaml:7:15" }] },
    });
    const kept = await memory.transactions.read(author, (ctx) =>
      ports.bundles.page(ctx, { search: null, first: 9, after: null }),
    );
    expect(kept).toEqual([]);
  });

  it("is approved against the rules that its author looked at, and no others", async () => {
    const [first, second] = [
      await proposed(),
      await run(author, proposeBundle(ports), {
        files: loaded({ fr: "Encore" }).source.files,
        motive: "Another text",
      }),
    ];
    if (!second.ok) throw new Error(second.refusal.message);
    await decide(approveProposal, other, first.id);
    const late = await decide(approveProposal, other, second.value.id);
    expect(late).toMatchObject({ refusal: { code: "policy_proposal.base_moved" } });
  });

  it("is decided on once, at the version that was looked at", async () => {
    const { id } = await proposed();
    expect(await decide(rejectProposal, other, id, 2)).toMatchObject({ refusal: { code: "policy_proposal.stale" } });
    expect(await decide(rejectProposal, other, id)).toMatchObject({ ok: true, value: { state: "rejected" } });
    expect(await decide(approveProposal, other, id, 2)).toMatchObject({ refusal: { code: "policy_proposal.decided" } });
    expect(await inForce()).toBe(builtIn.source.digest);
  });

  it("is taken back by its author alone, and not proposed when it is in force", async () => {
    const { id } = await proposed();
    const back = (who: PersonActor) => run(who, withdrawProposal(ports), { id, version: 1, reason: "A mistake" });
    expect(await back(other)).toMatchObject({ refusal: { code: "policy_proposal.not_own" } });
    expect(await back(author)).toMatchObject({ ok: true, value: { state: "withdrawn" } });
    expect(await propose(builtIn.source.files)).toMatchObject({ refusal: { code: "policy_bundle.unchanged" } });
  });

  it("that no longer loads is not put in force, and does not keep a better one out", async () => {
    const broken = { digest: "b".repeat(64), files: [{ path: "a/b/rule.yaml", text: "id: [" }] };
    await memory.transactions.read(author, async (ctx) => {
      const at = ctx.clock.now();
      await ports.bundles.keep(ctx, { source: broken, rules: 1, keptAt: at, keptBy: "system:test" });
      const who = { proposedBy: "x", approvedBy: "y" };
      await ports.bundles.activate(ctx, {
        ...{ number: 1, digest: broken.digest, previousDigest: builtIn.source.digest, proposalId: "p", at, ...who },
      });
    });
    expect(await inForce()).toMatch("a/b/rule.yaml:1:");
    expect(await propose()).toMatchObject({ refusal: { code: "policy_bundle.active_unreadable" } });
  });
});
