import type { IncomingMessage } from "node:http";
import type { PersonActor } from "../../kernel/actor.js";

/** Who a browser request comes from. */
export interface Identity {
  readonly actor: PersonActor;
  readonly email: string;
  /** What the browser must send back in `x-socle-csrf`; bound to the session. */
  readonly csrfToken: string;
}

export interface RequestIdentity {
  /** The person of the request's session cookie; null when there is no live session. */
  identify(request: IncomingMessage): Promise<Identity | null>;
}
