import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";
import type { Server, TLSSocket } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { aDeployment } from "../../../../test/builders/inference-scene.js";
import { CertificateAuthority } from "../../../../test/fakes/certificates.js";
import type { CertificateWish } from "../../../../test/fakes/certificates.js";
import { createHttpMetrics } from "../../fleet/metrics/http-metrics.js";
import { trustWith } from "../../kernel/endpoint-trust.js";
import { systemClock } from "../../kernel/clock.js";
import type { PlacedEndpoint } from "../../kernel/snapshot/compiled-snapshot.js";
import { createProbe } from "../probe-endpoint.js";
import type { Upstream } from "../upstream.port.js";
import { createWireUpstream } from "./wire-upstream.js";

const MESSAGE = { path: "/v1/chat/completions", contentType: "application/json", parts: [Buffer.from("{}")] };
const LIMITS = { connectTimeoutMs: 20_000, firstByteTimeoutMs: 20_000, idleTimeoutMs: 20_000 };
const HERE: CertificateWish = { names: ["127.0.0.1"] };
const CHUNKED = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
const OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
const authority = new CertificateAuthority();
const trust = trustWith(authority.cert) ?? [];

interface Heard {
  readonly body: string;
  /** `end`, or the kind of fault and what it says. */
  readonly over: string;
}

let upstream: Upstream | null = null;
let server: Server | null = null;
const sockets = new Set<TLSSocket>();
const distrust: string[] = [];
afterEach(async () => {
  await upstream?.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  distrust.length = 0;
  server?.close();
});

const listen = async (wish: CertificateWish, answer: (socket: TLSSocket) => void): Promise<PlacedEndpoint> => {
  const made = createServer({ ...authority.issue(wish), ALPNProtocols: ["http/1.1"] }, (socket) => {
    sockets.add(socket.on("error", () => undefined));
    socket.on("data", () => answer(socket));
  });
  made.on("tlsClientError", () => undefined);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const url = `https://127.0.0.1:${(made.address() as AddressInfo).port}`;
  const endpoint = { id: "endpoint", url, apiKeyVariable: null, simulated: true };
  return { endpoint, deployment: aDeployment() } as unknown as PlacedEndpoint;
};

/** Asks a server that shows such a certificate and answers so; each call is one request. */
const asking = async (
  answer: (socket: TLSSocket) => void,
  {
    wish = HERE,
    limits = LIMITS,
    believed = trust,
  }: { wish?: CertificateWish; limits?: typeof LIMITS; believed?: readonly string[] } = {},
): Promise<() => Promise<Heard>> => {
  const placed = await listen(wish, answer);
  const onDistrust = (endpointId: string, cause: string): void => void distrust.push(`${endpointId} ${cause}`);
  const wire = createWireUpstream(limits, () => null, systemClock, { authorities: believed, onDistrust });
  upstream = wire;
  return () =>
    new Promise((resolve) => {
      let body = "";
      wire.send(
        placed,
        MESSAGE,
        {},
        {
          head: () => undefined,
          data(piece) {
            body += piece.copy().toString("latin1");
            return true;
          },
          end: () => resolve({ body, over: "end" }),
          fault: ({ kind, message }) => resolve({ body, over: `${kind}: ${message}` }),
          bug: (error) => resolve({ body, over: String(error) }),
        },
      );
    });
};
const says =
  (text: string) =>
  (socket: TLSSocket): void =>
    void socket.write(text);

describe("a model server over TLS", () => {
  it("answers on a kept connection when its authority is one of ours", async () => {
    const once = await asking(says(OK));
    for (let turn = 0; turn < 3; turn += 1) expect(await once()).toEqual({ body: "ok", over: "end" });
    expect([sockets.size, distrust]).toEqual([1, []]);
  });

  it.each<[string, CertificateWish, readonly string[], string]>([
    ["is out of date", { ...HERE, notAfter: new Date(Date.now() - 60_000) }, trust, "CERT_HAS_EXPIRED"],
    ["is another name's", { names: ["elsewhere.gouv.fr"] }, trust, "ERR_TLS_CERT_ALTNAME_INVALID"],
    [
      "nobody vouches for",
      HERE,
      trustWith(new CertificateAuthority("autre").cert) ?? [],
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    ],
  ])("whose certificate %s is sent nothing, and the cause is said once", async (_, wish, believed, cause) => {
    let asked = 0;
    const once = await asking(() => (asked += 1), { wish, believed });
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await once()).over).toBe(`connect: the model server's certificate is not trusted: ${cause}`);
    }
    expect([asked, distrust]).toEqual([0, [`endpoint ${cause}`]]);
  });

  it("takes a body that ends with the connection, and not one that breaks off", async () => {
    const whole = await asking((socket) => void socket.end("HTTP/1.1 200 OK\r\n\r\nall of it"));
    expect(await whole()).toEqual({ body: "all of it", over: "end" });
    await upstream?.close();
    server?.close();
    const cut = await asking((socket) => void socket.end(`${CHUNKED}3\r\nabc\r\n`));
    expect(await cut()).toMatchObject({ body: "abc", over: expect.stringMatching(/^closed/) as string });
  });

  it.each([
    ["no handshake", "connect"],
    ["no head", "first_byte"],
    ["no next piece", "idle"],
  ])("that gives %s is waited for within limits", async (silence, over) => {
    const limits = { ...LIMITS, [silence === "no next piece" ? "idleTimeoutMs" : "firstByteTimeoutMs"]: 60 };
    const timely = silence === "no handshake" ? { ...LIMITS, connectTimeoutMs: 60 } : limits;
    const once = await asking(silence === "no next piece" ? says(`${CHUNKED}3\r\nabc\r\n`) : () => undefined, {
      limits: timely,
    });
    if (silence === "no handshake") server?.removeAllListeners("connection");
    expect((await once()).over).toMatch(new RegExp(`^${over}:`));
  });

  it("is probed and scraped under the same trust", async () => {
    const placed = await listen(HERE, says(OK));
    const metrics = { timeoutMs: 5_000, maxBytes: 4096, endpointKey: () => null };
    const trusting = createHttpMetrics({ ...metrics, trust });
    const doubting = createHttpMetrics(metrics);
    expect(await createProbe(5_000, () => null, trust)(placed)).toBe(true);
    expect(await createProbe(5_000, () => null)(placed)).toBe(false);
    expect(await trusting.read(placed, "/metrics")).toEqual({ ok: true, text: "ok" });
    expect(await doubting.read(placed, "/metrics")).toEqual({ ok: false, status: null });
    await Promise.all([trusting.close(), doubting.close()]);
  });
});
