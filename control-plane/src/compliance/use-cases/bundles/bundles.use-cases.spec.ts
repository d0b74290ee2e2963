import { addDays, parisDay } from "@socle/contracts";
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
import { MemorySimulationStore } from "../../../../../test/fakes/memory/compliance/simulation/memory-simulation.store.js";
import { loadBundle, type LoadedBundle } from "../../domain/bundles/loaded-bundle.js";
import type { Proposal } from "../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";
import { ReplayTally } from "../../domain/simulation/replay-tally.js";
import { summarise, type MinistryChange } from "../../domain/simulation/simulation-result.js";
import type { Simulation } from "../../domain/simulation/simulation.js";
import { openSimulation } from "../simulation/open-simulation.use-case.js";
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
let simulations: MemorySimulationStore;
beforeEach(() => {
  memory = memoryRunner();
  const bundles = new MemoryBundleRepository();
  const active = new RulesInForce(bundles, { load: () => ok(builtIn) });
  const organisations = { rootId: () => Promise.resolve("etat") };
  simulations = new MemorySimulationStore();
  ports = { bundles, proposals: new MemoryProposalRepository(), active, organisations, simulations };
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
async function decide(verb: typeof approveProposal | typeof rejectProposal, who: PersonActor, id: string, version = 1) {
  await simulated(who, id);
  return run(who, verb(ports), { id, version, reason: "It was looked at" });
}
/** A simulation of a proposal over the last fourteen days that this person opened. */
async function simulated(reader: PersonActor, proposalId: string, fields: Partial<Simulation> = {}, served = 0) {
  await memory.transactions.read(reader, async (ctx) => {
    const proposal = await ports.proposals.find(ctx, proposalId);
    const today = parisDay(ctx.clock.now());
    const simulation: Simulation = {
      ...{ id: ctx.ids.next(), organisationId: "etat", state: "running", progress: 0, legalDay: null },
      ...{ fromDay: addDays(today, -13), toDay: today, result: null, failure: null, requestedBy: "somebody" },
      ...{ candidateDigest: proposal?.digest ?? "", activeDigest: proposal?.baseDigest ?? "" },
      ...{ createdAt: ctx.clock.now(), finishedAt: null, ...fields },
    };
    const source = { digest: "", files: [] };
    await simulations.insert(ctx, simulation, { candidate: source, active: source });
    const result = {
      ...summarise(new ReplayTally().report(), (id) => id),
      ...{ differences: [], recordsDigest: "", seconds: 1 },
    };
    const change: MinistryChange = {
      ...{ organisationId: "culture", ministryId: "culture", useCaseId: null, kind: "refused", cause: "rules" },
      ...{ rules: ["family/rule"], records: 3, served, samples: [] },
    };
    await simulations.finish(ctx, simulation.id, { state: "done", result, changes: [change] });
    await run(reader, openSimulation({ simulations }), { id: simulation.id });
  });
}
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
        ...{ simulationId: null, waiver: null },
      });
    });
    expect(await inForce()).toMatch("a/b/rule.yaml:1:");
    expect(await propose()).toMatchObject({ refusal: { code: "policy_bundle.active_unreadable" } });
  });
});

describe("what a bundle would do", () => {
  const wider = (state: string) => ({ when: `useCase.state == "idea" || useCase.state == "${state}"` });
  const strict = loaded(wider("refused"));
  const approve = (who: PersonActor, id: string, waiver: string | null = null) =>
    run(who, approveProposal(ports), { id, version: 1, reason: "It was looked at", waiver });
  const unmet = async (answer: ReturnType<typeof approve>): Promise<readonly string[]> => {
    const told = await answer;
    if (told.ok || told.refusal.kind !== "GuardRefusal") return told.ok ? [] : [told.refusal.code];
    return told.refusal.conditions.filter(({ met }) => !met).map(({ code }) => code);
  };
  const proposedBy = async (who: PersonActor, files = strict.source.files): Promise<string> => {
    const result = await propose(files, who);
    if (!result.ok) throw new Error(result.refusal.message);
    return result.value.id;
  };
  const [cell, ariane] = [person("cell", "ai_cell"), person("operator", "ariane_operator")];

  it("was looked at by whoever approves: this proposal, over the State's last fourteen days", async () => {
    const [id, otherId] = [await proposedBy(author), await proposedBy(author, loaded({ fr: "Encore" }).source.files)];
    const missing = ["policy_proposal.simulated"];
    expect(await unmet(approve(other, id))).toEqual(missing);
    await simulated(author, id);
    await simulated(other, otherId);
    for (const fields of [
      { organisationId: "culture" },
      { legalDay: "2027-01-01" },
      { fromDay: "2026-08-20" },
      { fromDay: "2026-08-01", toDay: "2026-08-24" },
    ])
      await simulated(other, id, fields);
    expect(await unmet(approve(other, id))).toEqual(missing);
    await simulated(other, id, { fromDay: "2026-08-01", toDay: "2026-08-25" });
    expect(await approve(other, id)).toMatchObject({ ok: true });
    const [activation] = await memory.transactions.read(author, (ctx) => ports.bundles.activations(ctx, 1));
    expect(memory.journal.events.at(-1)?.event.data).toMatchObject({
      simulationId: activation?.simulationId,
      waiver: null,
    });
  });

  it("does not refuse what is served today, unless two of the cell say why", async () => {
    const waiver = "A leak is going on";
    const unobserved = ["policy_proposal.observed"];
    const byCell = await proposedBy(cell);
    await simulated(other, byCell, {}, 2);
    expect(await unmet(approve(other, byCell, waiver))).toEqual(unobserved);
    const id = await proposedBy(author);
    for (const who of [ariane, other]) await simulated(who, id, {}, 2);
    expect(await unmet(approve(ariane, id, waiver))).toEqual(unobserved);
    expect(await unmet(approve(other, id))).toEqual(unobserved);
    expect(await approve(other, id, waiver)).toMatchObject({ ok: true });
    const [activation] = await memory.transactions.read(author, (ctx) => ports.bundles.activations(ctx, 1));
    expect(activation).toMatchObject({ waiver });
  });

  it("refuses after fourteen days of being observed, in whichever sets of rules", async () => {
    const observed = (fr: string) => loaded({ ...wider("refused"), mode: "shadow", fr }).source.files;
    const comeInForce = async (files: typeof strict.source.files) => {
      const id = await proposedBy(author, files);
      await simulated(other, id, {}, 2);
      return unmet(approve(other, id));
    };
    expect(await comeInForce(observed("Essai"))).toEqual([]);
    memory.clock.moveTo(new Date("2026-09-08T08:00:00Z"));
    expect(await comeInForce(observed("Essai encore"))).toEqual([]);
    memory.clock.moveTo(new Date("2026-09-14T21:59:00Z"));
    expect(await comeInForce(strict.source.files)).toEqual(["policy_proposal.observed"]);
    memory.clock.moveTo(new Date("2026-09-14T22:01:00Z"));
    expect(await comeInForce(loaded(wider("merged")).source.files)).toEqual(["policy_proposal.observed"]);
    expect(await comeInForce(strict.source.files)).toEqual([]);
  });
});
