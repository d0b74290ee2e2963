import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiError, plain } from "./api-error.js";
import { noFaults } from "./faults.js";
import type { Faults } from "./faults.js";
import { findKind, KINDS } from "./kinds.js";
import type { Kind } from "./kinds.js";
import { ObjectStore } from "./object-store.js";
import { Requests } from "./requests.js";
import type { Answer, ResourceRequest } from "./requests.js";
import { selectorOf } from "./selectors.js";
import { WatchStream } from "./watch-stream.js";

/** A call the server was asked, for tests that look at what a client does. */
export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly watch: boolean;
  readonly at: number;
}

const PATH =
  /^\/(?:api\/(?<core>v1)|apis\/(?<group>[^/]+)\/(?<version>[^/]+))(?:\/namespaces\/(?<namespace>[^/]+)(?=\/[^/]+))?\/(?<resource>[^/]+)(?:\/(?<name>[^/]+)(?:\/(?<subresource>[^/]+))?)?$/;
const SUBRESOURCES = new Set(["status", "scale"]);

/** The API server of Kubernetes for tests, over real HTTP: about fifteen kinds, watches, and a switch for each fault. */
export class FakeApiServer {
  readonly store = new ObjectStore();
  readonly faults: Faults = noFaults();
  readonly calls: ApiCall[] = [];
  private readonly requests = new Requests(this.store);
  private readonly watches = new Set<WatchStream>();
  private readonly held: (() => void)[] = [];
  private frozen = false;
  private server: Server | null = null;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get openWatches(): number {
    return this.watches.size;
  }

  /** Connections open now. */
  get connections(): Promise<number> {
    return new Promise((resolve) =>
      this.server === null ? resolve(0) : this.server.getConnections((_, count) => resolve(count)),
    );
  }

  /** Starts, or comes back on the same port with what it stored. */
  async start(): Promise<void> {
    const server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** As a killed process. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    this.thaw();
    if (server === null) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** As after SIGTERM: new connections are refused, open watches live on. `stop` ends them. */
  drain(): void {
    this.server?.close();
    this.server?.closeIdleConnections();
  }

  /** As after SIGSTOP: connections are taken, nothing is answered. */
  freeze(): void {
    this.frozen = true;
  }

  thaw(): void {
    this.frozen = false;
    for (const work of this.held.splice(0)) work();
  }

  /** Ends every open watch in the middle. */
  cutStreams(): void {
    for (const watch of this.watches) watch.cut();
  }

  /** Forgets past events and tells every watch that its version is too old. */
  expireStreams(): void {
    this.store.compact();
    for (const watch of this.watches) watch.expire();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece as Buffer);
    } catch {
      return;
    }
    const work = (): void => void this.answer(request, response, Buffer.concat(pieces).toString("utf8"));
    if (this.frozen) this.held.push(work);
    else work();
  }

  private async answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    if (response.destroyed) return;
    const url = new URL(request.url ?? "/", "http://server");
    const watch = ["1", "true"].includes(url.searchParams.get("watch") ?? "");
    this.calls.push({ method: request.method ?? "", path: url.pathname + url.search, watch, at: performance.now() });
    try {
      if (this.refused(request, url, response) || respondPlainly(url.pathname, response)) return;
      const parsed = parse(request, url, body);
      if (!watch && parsed.name === undefined && parsed.method === "GET" && this.faults.slowListMs > 0) {
        await new Promise((resolve) => setTimeout(resolve, this.faults.slowListMs));
      }
      if (watch) this.watch(parsed, response);
      else respond(response, this.requests.handle(parsed));
    } catch (error) {
      if (error instanceof UnknownGroup) return void response.writeHead(404).end("404 page not found\n");
      if (error instanceof ApiError) return respond(response, { code: error.code, body: error.body });
      respond(response, { code: 500, body: { kind: "Status", status: "Failure", message: String(error), code: 500 } });
    }
  }

  private refused(request: IncomingMessage, url: URL, response: ServerResponse): boolean {
    const { token, refusal } = this.faults;
    if (token !== null && request.headers.authorization !== `Bearer ${token}`) {
      const { code, body } = new ApiError(401, "Unauthorized", "Unauthorized");
      respond(response, { code, body });
      return true;
    }
    if (refusal === null || refusal.times <= 0 || !url.pathname.includes(refusal.path ?? "")) return false;
    if (refusal.method !== undefined && refusal.method !== request.method) return false;
    refusal.times -= 1;
    const seconds = refusal.retryAfterSeconds;
    if (seconds !== undefined) response.setHeader("retry-after", String(seconds));
    const reason = {
      401: "Unauthorized",
      403: "Forbidden",
      429: "TooManyRequests",
      500: "InternalError",
      503: "ServiceUnavailable",
    };
    const { code, body } = new ApiError(refusal.status, reason[refusal.status], "refused on purpose", {
      ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
    });
    respond(response, { code, body });
    return true;
  }

  private watch({ kind, namespace, query }: ResourceRequest, response: ServerResponse): void {
    const request = { kind, namespace, query, matches: selectorOf(kind, query) };
    const stream = new WatchStream(this.store, this.faults, request, response, () => !this.frozen, this.held);
    this.watches.add(stream);
    response.once("close", () => this.watches.delete(stream));
  }
}

const respond = (response: ServerResponse, { code, body }: Answer): void => {
  response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(body));
};

/** Pages that are no resources. True when it answered. */
const respondPlainly = (path: string, response: ServerResponse): boolean => {
  if (["/readyz", "/livez", "/healthz"].includes(path)) response.end("ok");
  else if (path === "/version")
    respond(response, { code: 200, body: { major: "1", minor: "36", gitVersion: "v1.36.2" } });
  else if (path === "/api/v1") respond(response, { code: 200, body: resourceList("", "v1") });
  else return false;
  return true;
};

const resourceList = (group: string, version: string): object => ({
  kind: "APIResourceList",
  groupVersion: group === "" ? version : `${group}/${version}`,
  apiVersion: "v1",
  resources: KINDS.filter((one) => one.group === group && one.version === version).map(
    ({ resource, kind, namespaced }) => ({ name: resource, singularName: "", namespaced, kind, verbs: [] }),
  ),
});

const parse = (request: IncomingMessage, url: URL, body: string): ResourceRequest => {
  const parts = PATH.exec(url.pathname)?.groups ?? {};
  const group = parts.core === undefined ? (parts.group ?? "") : "";
  const version = parts.core ?? parts.version ?? "";
  if (!KINDS.some((one) => one.group === group && one.version === version)) throw new UnknownGroup();
  const kind: Kind | undefined = findKind(group, version, parts.resource ?? "");
  const { subresource } = parts;
  if (kind === undefined || (subresource !== undefined && !SUBRESOURCES.has(subresource))) {
    throw plain(404, "NotFound", "the server could not find the requested resource");
  }
  return {
    method: request.method ?? "GET",
    kind,
    namespace: parts.namespace,
    name: parts.name,
    subresource,
    query: url.searchParams,
    contentType: (request.headers["content-type"] ?? "").split(";")[0] ?? "",
    body,
  };
};

/** The real server's answer to a group it does not know is a page, not a `Status`. */
class UnknownGroup extends Error {}
