import { createHash, generateKeyPairSync, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerText, INTERNAL_SIGNATURE_HEADER } from "@socle/contracts";
import type {
  LeaseGrantV1,
  LeaseRequestV1,
  LeaseResponseV1,
  RequestRecordV1,
  SignedSnapshotV1,
  SnapshotV1,
  UsageBatchV1,
} from "@socle/contracts";
import { freshRecords } from "../../control-plane/src/ledger/domain/batch.js";
import type { TakenIn } from "../../control-plane/src/ledger/domain/batch.js";

/** What can go wrong with one answer: a status alone; acted upon, then nothing or half of it sent; an answer that is no JSON. */
export type Fault = "none" | "status-500" | "unanswered" | "half" | "garbage";

interface Answer {
  readonly body: unknown;
  readonly etag?: string;
  readonly status?: number;
}

const LONG_POLL_MS = 5_000;

/**
 * The control plane's internal endpoints over real HTTP, with a switch for each fault. Acts as the real one: leases
 * are granted once a call, usage is counted once a record, snapshots are held until there is a newer one.
 */
export class FakeControlPlane {
  readonly keys = generateKeyPairSync("ed25519");
  readonly calls: {
    readonly path: string;
    readonly authorization: string;
    readonly at: number;
    readonly body: string;
  }[] = [];
  readonly leaseCalls: LeaseRequestV1[] = [];
  readonly ledger = new Map<number, RequestRecordV1[]>();
  /** Faults of the coming answers by path; a missing entry is no fault. */
  readonly faults = new Map<string, Fault[]>();
  delayMs = 0;
  /** True: answers as somebody who has not the control plane's key. */
  foreign = false;
  grants: (request: LeaseRequestV1) => LeaseGrantV1[] = () => [];
  /** Records that the ledger cannot read: a batch with one is refused, and the record named. */
  unreadable: (record: RequestRecordV1) => boolean = () => false;
  /** Answers of usage calls that are refused, without effect. */
  refuses: (batch: UsageBatchV1) => { readonly status: number; readonly body: unknown } | null = () => null;
  maxRecordsTaken = Number.POSITIVE_INFINITY;
  private readonly takenIn = new Map<number, TakenIn>();
  private readonly refusals = new Map<string, { readonly status: number; readonly body: unknown }>();
  private published: { readonly number: number; readonly text: string } | null = null;
  private readonly polls = new Set<() => void>();
  private readonly answered = new Map<string, LeaseResponseV1>();
  private server: Server | null = null;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get publicKey(): KeyObject {
    return this.keys.publicKey;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** As a killed process: connections are cut. `start` comes back on the same port, with what it knew. */
  async kill(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server === null) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  publish(snapshot: SnapshotV1, key: KeyObject = this.keys.privateKey): SignedSnapshotV1 {
    const payload = JSON.stringify(snapshot);
    const signed = { payload, signature: sign(null, Buffer.from(payload), key).toString("base64") };
    this.published = { number: snapshot.number, text: JSON.stringify(signed) };
    for (const poll of this.polls) poll();
    return signed;
  }

  /** Makes the next answers of `path` go wrong, one each. */
  failNext(path: string, ...faults: Fault[]): void {
    this.faults.set(path, [...(this.faults.get(path) ?? []), ...faults]);
  }

  /** Makes the next call of `path` be refused with this answer, without effect. */
  refuseNext(path: string, status: number, body: unknown): void {
    this.refusals.set(path, { status, body });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    const body = await readBody(request);
    const say = (status: number, text: string, etag: string | null = null): void =>
      this.say(request, response, { status, text, etag });
    this.calls.push({ path, authorization: request.headers.authorization ?? "", at: performance.now(), body });
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const refusal = this.refusals.get(path);
    if (refusal !== undefined) {
      this.refusals.delete(path);
      return say(refusal.status, JSON.stringify(refusal.body));
    }
    const fault = this.faults.get(path)?.shift() ?? "none";
    if (fault === "status-500") return say(500, "{}");
    if (fault === "garbage") return say(200, "<html>");
    const answer: Answer | null = path.endsWith("/snapshot")
      ? await this.snapshot(request)
      : path.endsWith("/leases")
        ? this.lease(JSON.parse(body) as LeaseRequestV1)
        : this.usage(JSON.parse(body) as UsageBatchV1);
    if (fault === "unanswered") return void response.destroy();
    if (fault === "half") return sendHalf(response, answer?.body);
    if (answer === null) return say(304, "");
    say(answer.status ?? 200, JSON.stringify(answer.body), answer.etag);
  }

  /** Signed as the real one signs; `foreign` signs with somebody else's key. */
  private say(
    request: IncomingMessage,
    response: ServerResponse,
    { status, text, etag }: { readonly status: number; readonly text: string; readonly etag: string | null },
  ): void {
    const digest = createHash("sha256").update(text).digest("base64url");
    const signed = answerText({ authorization: request.headers.authorization ?? "", status, etag, digest });
    const key = this.foreign ? generateKeyPairSync("ed25519").privateKey : this.keys.privateKey;
    response.writeHead(status, {
      "content-type": "application/json",
      ...(etag === null ? {} : { etag }),
      [INTERNAL_SIGNATURE_HEADER]: sign(null, Buffer.from(signed), key).toString("base64"),
    });
    response.end(text);
  }

  private async snapshot(request: IncomingMessage): Promise<{ body: unknown; etag?: string } | null> {
    const known = request.headers["if-none-match"];
    const current = (): boolean => this.published !== null && `"${this.published.number}"` !== known;
    if (!current()) await this.change(request);
    if (!current() || this.published === null) return null;
    return { body: JSON.parse(this.published.text), etag: `"${this.published.number}"` };
  }

  private change(request: IncomingMessage): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.polls.delete(done);
        resolve();
      };
      const timer = setTimeout(done, LONG_POLL_MS);
      this.polls.add(done);
      request.socket.once("close", done);
    });
  }

  private lease(request: LeaseRequestV1): { body: LeaseResponseV1 } {
    this.leaseCalls.push(request);
    const name = `${request.replica} ${request.epoch} ${request.call}`;
    const answer = this.answered.get(name) ?? { call: request.call, grants: this.grants(request) };
    this.answered.set(name, answer);
    return { body: answer };
  }

  private usage(batch: UsageBatchV1): Answer {
    const { epoch, records, setAside = [] } = batch;
    const refused = this.refuses(batch);
    if (refused !== null) return refused;
    const unread = records.find((record) => this.unreadable(record));
    if (unread !== undefined) return { status: 400, body: { code: "usage.malformed", sequence: unread.sequence } };
    const known = this.ledger.get(epoch) ?? [];
    const before = this.takenIn.get(epoch) ?? { highWater: known.length, setAside: new Set() };
    const chosen = freshRecords({ records: records.slice(0, this.maxRecordsTaken), setAside }, before);
    if ("kind" in chosen) return { status: 409, body: { code: "usage.gap", expected: chosen.expected } };
    this.ledger.set(epoch, [...known, ...chosen.fresh]);
    this.takenIn.set(epoch, chosen.after);
    return { body: { highWater: chosen.after.highWater } };
  }
}

function sendHalf(response: ServerResponse, body: unknown): void {
  const text = JSON.stringify(body ?? {});
  response.writeHead(200, { "content-length": text.length });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}
