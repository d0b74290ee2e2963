import type { Actor } from "../../kernel/actor.js";
import type { Action, Context } from "../../kernel/use-case.js";

/** What a unit of work answers, and whether what it wrote is to stay. */
export interface Settled<T> {
  readonly commit: boolean;
  /** False for writes that no snapshot shows, such as leases and usage: listeners are then not woken. */
  readonly announce?: boolean;
  readonly value: T;
}

/** Opens transactions scoped to an actor. Work that throws, or that settles without commit, leaves nothing behind. */
export interface Transactions {
  /** @param action what the actor does, where a role that only reads may do just that */
  write<T>(actor: Actor, name: string, work: (ctx: Context) => Promise<Settled<T>>, action?: Action): Promise<T>;
  /** A consistent view in which any write is an error. */
  read<T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T>;
}
