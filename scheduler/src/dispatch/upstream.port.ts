import type { Piece } from "../kernel/piece.js";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";

/** What is posted to a model server. */
export interface UpstreamMessage {
  /** Below the server's own. */
  readonly path: string;
  readonly contentType: string;
  /** Of the body, in order. */
  readonly parts: readonly Buffer[];
}

/** Why a model server gave no whole answer. */
export interface UpstreamFault {
  /**
   * `connect`: no connection. `closed`: the connection ended before the answer did. `first_byte`, `idle`: too slow.
   * `protocol`: not HTTP.
   */
  readonly kind: "connect" | "closed" | "first_byte" | "idle" | "protocol";
  readonly message: string;
}

/**
 * Events of one attempt, in the order `head`, `data`*, then `end` or `fault`. Nothing comes after a cancel. Whichever
 * of them throws, the attempt is over with `bug`: it says nothing about the server.
 */
export interface UpstreamListener {
  head(status: number, contentType: string): void;
  /** Payload without its framing. True when nobody keeps the piece's buffer: the next bytes are read into it again. */
  data(piece: Piece): boolean;
  end(): void;
  fault(fault: UpstreamFault): void;
  bug(error: unknown): void;
}

export interface UpstreamAttempt {
  pause(): void;
  resume(): void;
  /** Closes the connection at once, so that the engine stops generating. */
  cancel(): void;
}

/** Connections to model servers. */
export interface Upstream {
  send(
    placed: PlacedEndpoint,
    message: UpstreamMessage,
    headers: Readonly<Record<string, string>>,
    listener: UpstreamListener,
  ): UpstreamAttempt;
  /** Lets go of connections to servers that left the snapshot. */
  keepOnly(urls: ReadonlySet<string>): void;
  close(): Promise<void>;
}
