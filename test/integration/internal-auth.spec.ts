import { createHash, generateKeyPairSync, verify } from "node:crypto";
import { answerText, INTERNAL_SIGNATURE_HEADER, LEASE_PATH, SNAPSHOT_PATH } from "@socle/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { replicaAuthorization } from "../fakes/internal-call.js";

const database = useDatabase();
let socle: TestControlPlane;
beforeAll(async () => {
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
});
afterAll(() => socle?.stop());

const body = JSON.stringify({ replica: "r1", epoch: 1, call: 1, asks: [] });
const send = (authorization: string, path = LEASE_PATH, sent = body): Promise<Response> =>
  fetch(`${socle.origin}${path}`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: sent,
  });
const signed = (path = LEASE_PATH) => replicaAuthorization(socle, "r1", { method: "POST", path, body });
const codeOf = async (response: Response): Promise<unknown> => [response.status, (await response.json()) as unknown];

describe("a call between scheduler and control plane", () => {
  it("is let in once, and not again", async () => {
    const authorization = await signed();
    expect((await send(authorization)).status).not.toBe(401);
    expect(await codeOf(await send(authorization))).toMatchObject([401, { message: "the token was used before" }]);
  });

  it("is not let in with a token made for another path or another body", async () => {
    const other = await codeOf(await send(await signed("/internal/v1/usage")));
    expect(other).toMatchObject([401, { message: "the token was made for another call" }]);
    const changed = await codeOf(await send(await signed(), LEASE_PATH, body.replace("r1", "r2")));
    expect(changed).toMatchObject([401, { message: "the token was made for another call" }]);
  });

  it("is not let in under a key that is not the replicas'", async () => {
    const stranger = { schedulerKey: generateKeyPairSync("ed25519").privateKey };
    const authorization = await replicaAuthorization(stranger, "r1", { method: "POST", path: LEASE_PATH, body });
    expect((await send(authorization)).status).toBe(401);
  });

  it.each(["accepted", "refused"])(
    "is answered under the control plane's signature, also when it is %s",
    async (how) => {
      const authorization =
        how === "accepted"
          ? await replicaAuthorization(socle, "r1", { method: "GET", path: SNAPSHOT_PATH })
          : "Bearer no";
      const response = await fetch(`${socle.origin}${SNAPSHOT_PATH}`, { headers: { authorization } });
      const digest = createHash("sha256")
        .update(Buffer.from(await response.arrayBuffer()))
        .digest("base64url");
      const text = answerText({ authorization, status: response.status, etag: response.headers.get("etag"), digest });
      const signature = Buffer.from(response.headers.get(INTERNAL_SIGNATURE_HEADER) ?? "", "base64");
      expect(verify(null, Buffer.from(text), socle.snapshotPublicKey, signature)).toBe(true);
    },
  );
});
