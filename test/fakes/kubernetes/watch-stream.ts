import type { ServerResponse } from "node:http";
import { ApiError, expired } from "./api-error.js";
import type { ApiObject } from "./api-object.js";
import type { Faults } from "./faults.js";
import { apiVersionOf } from "./kinds.js";
import type { Kind } from "./kinds.js";
import type { ObjectStore, StoreEvent } from "./object-store.js";
import type { Matches } from "./selectors.js";

export interface WatchRequest {
  readonly kind: Kind;
  readonly namespace: string | undefined;
  readonly matches: Matches;
  readonly query: URLSearchParams;
}

const INITIAL_END = { "k8s.io/initial-events-end": "true" };

/** One open watch. */
export class WatchStream {
  private readonly unsubscribe: () => void;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly store: ObjectStore,
    private readonly faults: Faults,
    private readonly request: WatchRequest,
    private readonly response: ServerResponse,
    /** False while the server is frozen: what should be sent waits in `held`. */
    private readonly flowing: () => boolean,
    private readonly held: (() => void)[],
  ) {
    response.writeHead(200, { "content-type": "application/json", "transfer-encoding": "chunked" });
    response.flushHeaders();
    const seconds = Number(request.query.get("timeoutSeconds") ?? 0);
    if (seconds > 0) this.after(seconds * 1000, () => this.response.end());
    this.unsubscribe = store.subscribe((kind, event) => {
      if (kind === request.kind) this.pass(event);
    });
    response.once("close", () => this.close());
    this.open();
  }

  /** Ends the connection without a word, or tells 410 first. */
  cut(): void {
    this.response.destroy();
  }

  expire(): void {
    this.sendNow("ERROR", expired("1", this.store.version).body);
    this.response.end();
  }

  private open(): void {
    const { kind, namespace, matches, query } = this.request;
    const version = query.get("resourceVersion") ?? "";
    const initial = query.get("sendInitialEvents") === "true";
    if (initial || version === "" || version === "0") {
      for (const object of this.store.list(kind, namespace)) if (matches(object)) this.sendNow("ADDED", object);
      if (initial) this.bookmark(INITIAL_END);
      return;
    }
    try {
      for (const event of this.store.since(kind, Number(version))) this.pass(event);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.sendNow("ERROR", error.body);
      this.response.end();
    }
  }

  private bookmark(annotations: Record<string, string>): void {
    const { kind } = this.request;
    const metadata = { resourceVersion: String(this.store.version), annotations };
    this.sendNow("BOOKMARK", { kind: kind.kind, apiVersion: apiVersionOf(kind), metadata });
  }

  /** An object that leaves the selector is told as deleted, as it last matched; one that enters, as added. */
  private pass(event: StoreEvent): void {
    const { namespace, matches, query } = this.request;
    const { object, before } = event;
    if (namespace !== undefined && object.metadata.namespace !== namespace) return;
    if (event.version <= Number(query.get("resourceVersion") ?? 0)) return;
    const did = before !== null && matches(before);
    const does = event.type !== "DELETED" && matches(object);
    if (did && does) this.send("MODIFIED", object);
    else if (does) this.send("ADDED", object);
    else if (did) {
      const { resourceVersion = "" } = object.metadata;
      this.send("DELETED", { ...before, metadata: { ...before.metadata, resourceVersion } });
    }
  }

  private send(type: string, object: ApiObject): void {
    if (this.faults.loseEvents) return;
    const times = this.faults.duplicateEvents ? 2 : 1;
    const write = (): void => {
      for (let time = 0; time < times; time += 1) this.sendNow(type, object);
    };
    if (this.faults.lateEventsMs > 0) this.after(this.faults.lateEventsMs, write);
    else write();
  }

  private sendNow(type: string, object: object): void {
    const line = `${JSON.stringify({ type, object })}\n`;
    const write = (): void => {
      if (!this.response.destroyed && !this.response.writableEnded) this.response.write(line);
    };
    if (this.flowing()) write();
    else this.held.push(write);
  }

  private after(milliseconds: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, milliseconds);
    this.timers.add(timer);
  }

  private close(): void {
    this.unsubscribe();
    for (const timer of this.timers) clearTimeout(timer);
  }
}
