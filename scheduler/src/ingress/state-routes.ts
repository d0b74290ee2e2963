import type { ServerResponse } from "node:http";
import type { HttpRoute } from "../kernel/http-route.port.js";
import type { SnapshotHolder } from "../kernel/snapshot/snapshot-holder.js";
import type { Spool } from "../kernel/spool.port.js";

export interface StateParts {
  readonly replica: string;
  readonly holder: SnapshotHolder;
  readonly spool: Pick<Spool, "writable" | "backlog">;
  readonly stopping: () => boolean;
  readonly metrics: () => Promise<string>;
  readonly metricsContentType: string;
}

const answer = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
};

const json = (response: ServerResponse, status: number, value: unknown): void =>
  answer(response, status, "application/json", JSON.stringify(value));

/** `/healthz` (the process turns), `/readyz` (it can decide and record), `/metrics`. */
export const createStateRoutes = (parts: StateParts): HttpRoute[] => [
  { path: "/healthz", handle: (_, response) => json(response, 200, { status: "alive", replica: parts.replica }) },
  {
    path: "/readyz",
    handle(_, response) {
      const snapshot = parts.holder.current();
      const { records, setAside } = parts.spool.backlog();
      const state = {
        snapshot: snapshot?.source.number ?? null,
        spool: parts.spool.writable() ? "writable" : "unwritable",
        backlog: records,
        setAside,
        stopping: parts.stopping(),
      };
      const ready = snapshot !== null && parts.spool.writable() && !parts.stopping();
      json(response, ready ? 200 : 503, { status: ready ? "ready" : "not_ready", ...state });
    },
  },
  {
    path: "/metrics",
    handle(_, response) {
      parts.metrics().then(
        (text) => answer(response, 200, parts.metricsContentType, text),
        () => answer(response, 500, "text/plain", "metrics could not be collected\n"),
      );
    },
  },
];
