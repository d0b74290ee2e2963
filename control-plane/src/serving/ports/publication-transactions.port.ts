import type { Actor } from "../../kernel/actor.js";
import type { Context } from "../../kernel/use-case.js";

/** Transactions without a use case around them; the platform's own fit. */
export interface PublicationTransactions {
  /** One consistent view of everything. */
  read<T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T>;
  /** Commits when `commit` is true, and then announces `name` on the change channel. */
  write<T>(
    actor: Actor,
    name: string,
    work: (ctx: Context) => Promise<{ readonly commit: boolean; readonly value: T }>,
  ): Promise<T>;
}
