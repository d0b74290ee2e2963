import { generateKeyPairSync, verify } from "node:crypto";
import type { PolicyBundleV1, SnapshotV1, UseCaseV1 } from "@socle/contracts";
import { beforeEach, describe, expect, it } from "vitest";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import { MemoryFactArchive } from "../../../../test/fakes/memory/serving/memory-fact-archive.js";
import { MemorySnapshotStore } from "../../../../test/fakes/memory/serving/memory-snapshot.store.js";
import { Ed25519Signer } from "../adapters/signing/ed25519-signer.js";
import { RENEWAL_MS } from "../domain/snapshot.js";
import type { PieceLapse } from "../ports/snapshot-sources.port.js";
import { publishSnapshot, type PublishPorts } from "./publish-snapshot.js";

const keys = generateKeyPairSync("ed25519");
const anEntry = (state: UseCaseV1["state"]): UseCaseV1 => ({
  id: "u1",
  slug: "courrier",
  name: "Courrier",
  organisationId: "o1",
  state,
  labels: ["internal"],
  serviceClass: "standard",
  maxOutputTokens: 512,
});
const bundle = (digest: string): PolicyBundleV1 => ({ digest, files: [{ path: "a/b/rule.yaml", text: "id: a" }] });

let memory: MemoryRunner;
let useCases: UseCaseV1[];
let policies: Result<PolicyBundleV1, string>;
let store: MemorySnapshotStore;
let turn: Date | null;
let archive: MemoryFactArchive;
let ports: PublishPorts;
let lapses: readonly PieceLapse[];

beforeEach(() => {
  memory = memoryRunner();
  useCases = [anEntry("deployed")];
  policies = ok(bundle("one"));
  turn = null;
  lapses = [];
  store = new MemorySnapshotStore();
  archive = new MemoryFactArchive();
  ports = {
    transactions: memory.transactions,
    policies: { bundle: () => Promise.resolve(policies) },
    signer: new Ed25519Signer(keys.privateKey),
    store,
    archive,
    sources: {
      organisations: () => Promise.resolve([{ id: "o1", slug: "etat", name: "État", parentId: null }]),
      registry: () => Promise.resolve({ useCases, applications: [], models: [], aliases: [] }),
      serving: () => Promise.resolve({ pools: [], deployments: [] }),
      allocation: () => Promise.resolve({ allocations: [], budgets: [], limits: [] }),
      nextTurn: () => Promise.resolve(turn),
      derogations: () => Promise.resolve([]),
      lapses: () => Promise.resolve(lapses),
    },
  };
});
const published = async () => {
  const { snapshot, ...rest } = await publishSnapshot(ports);
  return { ...rest, number: snapshot.number, content: JSON.parse(snapshot.payload) as SnapshotV1, snapshot };
};
const later = (ms: number) => memory.clock.moveTo(new Date(memory.clock.now().getTime() + ms));

describe("publishing a snapshot", () => {
  it("numbers from one, and says in the payload what stands on the envelope", async () => {
    const first = await published();
    expect(first).toMatchObject({
      fresh: true,
      number: 1,
      content: { version: 1, number: 1, policies: bundle("one") },
    });
    expect(first.content.issuedAt).toBe(first.snapshot.issuedAt.getTime());
  });

  it("signs the exact text", async () => {
    const { snapshot } = await published();
    const signature = Buffer.from(snapshot.signature, "base64");
    expect(verify(null, Buffer.from(snapshot.payload), keys.publicKey, signature)).toBe(true);
    expect(verify(null, Buffer.from(`${snapshot.payload} `), keys.publicKey, signature)).toBe(false);
  });

  it("keeps the number while nothing changed, and takes the next when something did", async () => {
    await published();
    later(RENEWAL_MS - 1);
    expect(await published()).toMatchObject({ fresh: false, number: 1 });
    useCases = [anEntry("suspended")];
    expect(await published()).toMatchObject({
      fresh: true,
      number: 2,
      content: { useCases: [{ state: "suspended" }] },
    });
  });

  it("says in how long rights turn by their date, whether something is published or not", async () => {
    expect(await published()).toMatchObject({ fresh: true, turnsInMs: null });
    turn = new Date(memory.clock.now().getTime() + 90_000);
    expect(await published()).toMatchObject({ fresh: false, turnsInMs: 90_000 });
  });

  it("keeps what rules read in it, once for as long as it stays the same", async () => {
    await published();
    later(RENEWAL_MS);
    await published();
    useCases = [anEntry("suspended")];
    await published();
    expect(archive.snapshots.map(({ number, bundleDigest }) => [number, bundleDigest])).toEqual([
      [1, "one"],
      [2, "one"],
      [3, "one"],
    ]);
    expect(archive.sources.get("u1")).toMatchObject([
      { fromNumber: 1, source: { organisationId: "o1", content: { useCase: { state: "deployed" }, derogations: [] } } },
      { fromNumber: 3, source: { content: { useCase: { state: "suspended" }, organisation: { path: ["etat"] } } } },
    ]);
    expect(archive.sources.get("schema")).toHaveLength(1);
  });

  it("tells until when a piece holds, and leaves out one that was questioned, of the use case whose it is", async () => {
    lapses = [
      { useCaseId: "u1", piece: "fria", on: "2027-01-01" },
      { useCaseId: "u1", piece: "dpia", on: null },
      { useCaseId: "u1", piece: "homologation", on: "2027-02-01" },
      { useCaseId: "u2", piece: "dpia", on: "2026-12-31" },
    ];
    useCases = [{ ...anEntry("deployed"), standing: { ...anEntry("deployed").standing, dpia: true } }];
    const [useCase] = (await published()).content.useCases;
    expect(useCase?.standing).toEqual({
      ...anEntry("deployed").standing,
      ...{ friaLapsesOn: "2027-01-01", homologationLapsesOn: "2027-02-01" },
    });
  });

  it("issues unchanged content again before it looks stale", async () => {
    await published();
    later(RENEWAL_MS);
    const renewed = await published();
    expect(renewed).toMatchObject({ fresh: true, number: 2 });
    expect(renewed.content.issuedAt).toBe(memory.clock.now().getTime());
  });

  it("lets a suspension out with the last good rules when the present ones do not compile", async () => {
    await published();
    policies = refuse("a/b/rule.yaml:1:1: no such function");
    useCases = [anEntry("suspended")];
    expect(await published()).toMatchObject({
      fresh: true,
      number: 2,
      policyFault: "a/b/rule.yaml:1:1: no such function",
      content: { policies: bundle("one"), useCases: [{ state: "suspended" }] },
    });
    policies = ok(bundle("two"));
    expect(await published()).toMatchObject({ number: 3, policyFault: null, content: { policies: bundle("two") } });
  });

  it("publishes nothing at all before there was a good bundle", async () => {
    policies = refuse("a/b/rule.yaml:1:1: no such function");
    await expect(publishSnapshot(ports)).rejects.toThrow("no earlier bundle");
    expect(await store.latest(memory.transactions.contextOf({ kind: "system", name: "test" }))).toBeNull();
  });

  it("composes again when another replica took the number, so that the later number has the later content", async () => {
    const other = { ...ports, sources: { ...ports.sources } };
    let raced = false;
    const racing: PublishPorts = {
      ...ports,
      sources: {
        ...ports.sources,
        registry: async (ctx) => {
          const seen = await other.sources.registry(ctx);
          if (!raced) {
            raced = true;
            useCases = [anEntry("suspended")];
            await publishSnapshot(other);
          }
          return seen;
        },
      },
    };
    const { snapshot, fresh } = await publishSnapshot(racing);
    expect({ number: snapshot.number, fresh }).toEqual({ number: 1, fresh: false });
    expect(JSON.parse(snapshot.payload)).toMatchObject({ useCases: [{ state: "suspended" }] });
  });
});
