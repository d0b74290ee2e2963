import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** An ingress beside the OpenAI one, on the same server. Limits on heads, bodies and time are the server's. */
export interface HttpRoute {
  /** Exact path, without query. */
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Ends long-lived connections when the scheduler stops. */
  readonly close?: () => Promise<void>;
}
