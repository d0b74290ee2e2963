import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SNAPSHOT_PATH } from "@socle/contracts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeControlPlane } from "../../../test/fakes/fake-control-plane.js";
import { systemClock } from "../kernel/clock.js";
import { ControlPlaneClient } from "./control-plane-client.js";
import { InternalToken } from "./internal-token.js";

const replica = generateKeyPairSync("ed25519");
const next = generateKeyPairSync("ed25519");
let fake = new FakeControlPlane();
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  fake = new FakeControlPlane();
  await fake.start();
  fake.refuseNext(SNAPSHOT_PATH, 503, { code: "snapshot.none" });
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await fake.kill();
});

const clientOf = (keys = [fake.publicKey], url = fake.url): ControlPlaneClient => {
  const client = new ControlPlaneClient(url, new InternalToken("replica-1", replica.privateKey, systemClock), keys);
  ends.push(() => client.close());
  return client;
};
const call = { method: "GET", path: SNAPSHOT_PATH, timeoutMs: 2_000 } as const;

/** Something between replica and control plane that answers everything by what was answered first. */
async function startRepeater(): Promise<string> {
  let kept: { status: number; headers: Record<string, string>; text: string } | null = null;
  const server = createServer((request, response) => {
    const headers = { authorization: request.headers.authorization ?? "" };
    void (async () => {
      if (kept === null) {
        const answer = await fetch(`${fake.url}${request.url ?? ""}`, { headers });
        const signature = answer.headers.get("x-socle-signature") ?? "";
        kept = { status: answer.status, headers: { "x-socle-signature": signature }, text: await answer.text() };
      }
      response.writeHead(kept.status, kept.headers).end(kept.text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

describe("answers of the control plane", () => {
  it("are believed when it signed them, refusals too", async () => {
    expect(await clientOf().call(call)).toMatchObject({ status: 503, text: '{"code":"snapshot.none"}' });
  });

  it("are no answers from somebody who has not its key", async () => {
    fake.foreign = true;
    await expect(clientOf().call(call)).rejects.toThrow("no answer");
  });

  it("are no answers when they were given to another call", async () => {
    const client = clientOf([fake.publicKey], await startRepeater());
    expect(await client.call(call)).toMatchObject({ status: 503 });
    await expect(client.call(call)).rejects.toThrow("no answer");
  });

  it("are believed under either key while the control plane's changes", async () => {
    expect(await clientOf([next.publicKey, fake.publicKey]).call(call)).toMatchObject({ status: 503 });
    await expect(clientOf([next.publicKey]).call(call)).rejects.toThrow("no answer");
  });

  it("are asked for with a token of their own each time", async () => {
    const client = clientOf();
    await client.call(call);
    fake.refuseNext(SNAPSHOT_PATH, 503, {});
    await client.call(call);
    const tokens = fake.calls.map(({ authorization }) => authorization);
    expect(new Set(tokens).size).toBe(2);
  });
});
