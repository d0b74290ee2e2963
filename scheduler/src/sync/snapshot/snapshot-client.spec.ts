import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SNAPSHOT_PATH } from "@socle/contracts";
import { ruleFile } from "../../../../test/builders/rule-file.builder.js";
import { policyBundle, snapshot, useCase } from "../../../../test/builders/snapshot.builder.js";
import { eventually } from "../../../../test/fakes/eventually.js";
import { FakeControlPlane } from "../../../../test/fakes/fake-control-plane.js";
import { RecordingSyncObserver } from "../../../../test/fakes/recording-sync-observer.js";
import { systemClock } from "../../kernel/clock.js";
import { silentLogger } from "../../kernel/logger.port.js";
import { createSnapshotHolder } from "../../kernel/snapshot/snapshot-holder.js";
import { ControlPlaneClient } from "../control-plane-client.js";
import { InternalToken } from "../internal-token.js";
import { SnapshotClient } from "./snapshot-client.js";
import { SnapshotIntake } from "./snapshot-intake.js";
import { SnapshotStore } from "./snapshot-store.js";

const replica = generateKeyPairSync("ed25519");
const fake = new FakeControlPlane();
const stops: (() => Promise<void>)[] = [];
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "socle-snapshot-"));
  await fake.start();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await fake.kill();
  await rm(folder, { recursive: true, force: true });
});

function replicaOf(publicKey = fake.publicKey) {
  const holder = createSnapshotHolder();
  const observer = new RecordingSyncObserver();
  const token = new InternalToken("replica-1", replica.privateKey, systemClock);
  const client = new ControlPlaneClient(fake.url, token, [fake.publicKey]);
  const ports = { holder, publicKeys: [publicKey], logger: silentLogger, observer, clock: systemClock };
  const snapshots = new SnapshotClient({
    ...ports,
    client,
    intake: new SnapshotIntake(ports),
    store: new SnapshotStore(folder),
    random: () => 0,
  });
  stops.push(async () => {
    await snapshots.stop();
    await client.close();
  });
  return { holder, observer, snapshots, number: () => holder.current()?.source.number };
}

/** A replica that starts, with the snapshot of its disk if any. */
async function started(publicKey = fake.publicKey) {
  const made = replicaOf(publicKey);
  await made.snapshots.restore();
  made.snapshots.start();
  return made;
}
const seen = (fn: () => unknown, expected: unknown): Promise<unknown> =>
  eventually(() => expect(fn()).toEqual(expected));

// Numbers only grow over the life of one fake, which all cases share.
let last = 0;
const next = (): number => ++last;

describe("the snapshot client", () => {
  it("takes what is published, as it is published, and shows who it is", async () => {
    const first = next();
    fake.publish(snapshot({ number: first }));
    const { number, holder } = await started();
    await seen(number, first);
    const second = next();
    fake.publish(snapshot({ number: second, useCases: [useCase({ state: "suspended" })] }));
    await seen(number, second);
    expect(holder.current()?.source.useCases[0]?.state).toBe("suspended");
    expect(tokenClaims(fake.calls.at(-1)?.authorization ?? "")).toMatchObject({
      iss: "replica-1",
      aud: "socle-control-plane",
    });
  });

  it("keeps what it holds while the control plane is down, and goes on when it is back", async () => {
    const first = next();
    fake.publish(snapshot({ number: first }));
    const { number, observer } = await started();
    await seen(number, first);
    await fake.kill();
    await seen(() => observer.calls.includes("snapshot unavailable"), true);
    expect(number()).toBe(first);
    const second = next();
    fake.publish(snapshot({ number: second }));
    await fake.start();
    await seen(number, second);
  });

  it.each(["status-500", "half", "garbage", "unanswered"] as const)("recovers from %s", async (fault) => {
    const only = next();
    fake.failNext(SNAPSHOT_PATH, fault, fault);
    fake.publish(snapshot({ number: only }));
    const { number, observer } = await started();
    await seen(number, only);
    expect(observer.calls.slice(0, 2)).toEqual(
      fault === "half" || fault === "unanswered"
        ? ["snapshot unavailable", "snapshot unavailable"]
        : ["snapshot rejected", "snapshot rejected"],
    );
  });

  it("refuses what somebody else signed, and takes the next that is signed right", async () => {
    const first = next();
    fake.publish(snapshot({ number: first }), generateKeyPairSync("ed25519").privateKey);
    const { number, observer } = await started();
    await seen(() => observer.refusals.includes("signature"), true);
    expect(number()).toBeUndefined();
    const second = next();
    fake.publish(snapshot({ number: second }));
    await seen(number, second);
  });

  it("refuses a number that is not greater", async () => {
    const first = next();
    const second = next();
    fake.publish(snapshot({ number: second }));
    const { number, observer, holder } = await started();
    await seen(number, second);
    fake.publish(snapshot({ number: first, useCases: [] }));
    await seen(() => observer.refusals, ["older"]);
    expect(holder.current()?.source.useCases).toHaveLength(1);
    const third = next();
    fake.publish(snapshot({ number: third }));
    await seen(number, third);
  });

  it("keeps the rules in force when new ones do not compile, and still takes the suspension", async () => {
    const first = next();
    fake.publish(snapshot({ number: first }));
    const { number, observer, holder } = await started();
    await seen(number, first);
    const digest = holder.current()?.policies.digest;
    const second = next();
    const broken = policyBundle(ruleFile({ when: "nonsense" }));
    fake.publish(snapshot({ number: second, useCases: [useCase({ state: "suspended" })], policies: broken }));
    await seen(number, second);
    expect(observer.refusals).toEqual(["policies"]);
    expect(holder.current()?.policies.digest).toBe(digest);
  });

  it("serves nothing rather than without rules", async () => {
    fake.publish(snapshot({ number: next(), policies: policyBundle(ruleFile({ when: "nonsense" })) }));
    const { number, observer } = await started();
    await seen(() => observer.refusals, ["policies"]);
    expect(number()).toBeUndefined();
  });

  it("refuses rules whose digest is not the one announced", async () => {
    fake.publish(snapshot({ number: next(), policies: { ...policyBundle(ruleFile()), digest: "f".repeat(64) } }));
    const { observer } = await started();
    await seen(() => observer.refusals, ["policies"]);
  });
});

describe("the snapshot on disk", () => {
  it("is in force at a start without the control plane", async () => {
    const only = next();
    fake.publish(snapshot({ number: only }));
    const before = await started();
    await seen(before.number, only);
    await eventually(async () => expect((await readdir(folder)).sort()).toEqual(["current.json", "rules.json"]));
    await before.snapshots.stop();
    await fake.kill();
    const after = replicaOf();
    await after.snapshots.restore();
    expect(after.number()).toBe(only);
  });

  it("still has the last good rules after a restart on faulty ones", async () => {
    const first = next();
    fake.publish(snapshot({ number: first }));
    const before = await started();
    await seen(before.number, first);
    const second = next();
    fake.publish(snapshot({ number: second, policies: policyBundle(ruleFile({ when: "nonsense" })) }));
    await seen(before.number, second);
    await eventually(async () => expect(await readFile(join(folder, "current.json"), "utf8")).toMatch("nonsense"));
    await before.snapshots.stop();
    const after = replicaOf();
    await after.snapshots.restore();
    expect(after.number()).toBe(second);
    expect(after.holder.current()?.policies.digest).toBe(policyBundle(ruleFile()).digest);
  });

  it("is refused when it was changed there, and a half-written draft is ignored", async () => {
    const signed = fake.publish(snapshot({ number: next() }));
    const changed = { ...signed, payload: signed.payload.replace('"deployed"', '"generalised"') };
    await writeFile(join(folder, "current.json"), JSON.stringify(changed));
    await writeFile(join(folder, "current.json.tmp"), '{"payl');
    const { snapshots, number, observer } = replicaOf();
    await snapshots.restore();
    expect(number()).toBeUndefined();
    expect(observer.refusals).toEqual(["signature"]);
  });
});

describe("the internal token", () => {
  it("is an EdDSA JWT of at most a minute that the replica's public key verifies", () => {
    const token = new InternalToken("replica-1", replica.privateKey, systemClock).for({ method: "GET", path: "/" });
    const [head = "", claims = "", signature = ""] = token.split(".");
    const key = createPublicKey(replica.privateKey);
    expect(verify(null, Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, "base64url"))).toBe(true);
    const { iat, exp } = tokenClaims(`Bearer ${token}`);
    expect(Number(exp) - Number(iat)).toBe(60);
  });
});

function tokenClaims(authorization: string): Record<string, unknown> {
  const claims = authorization.replace("Bearer ", "").split(".")[1] ?? "";
  return JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown>;
}
