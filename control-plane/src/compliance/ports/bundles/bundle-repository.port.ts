import type { Context } from "../../../kernel/use-case.js";
import type { Activation, KeptBundle } from "../../domain/bundles/kept-bundle.js";

export interface BundlePage {
  /** Words that a rule's id or text holds; `null` for all. */
  readonly search: string | null;
  readonly first: number;
  /** Digest of the bundle before. */
  readonly after: string | null;
}

/** Bundles by digest and the order in which they came into force; both only ever added to. */
export interface BundleRepository {
  /** Keeps a bundle; one that is kept already stays as it is. */
  keep(ctx: Context, bundle: KeptBundle): Promise<void>;
  find(ctx: Context, digest: string): Promise<KeptBundle | null>;
  /** Latest kept first; one more than asked for when there are more. */
  page(ctx: Context, page: BundlePage): Promise<readonly KeptBundle[]>;
  /** The last activation; `null` while the built-in bundle is in force. */
  active(ctx: Context): Promise<Activation | null>;
  /** Latest first, at most `most`. */
  activations(ctx: Context, most: number): Promise<readonly Activation[]>;
  /** Puts a bundle in force, unless its number is taken: then another one came first. */
  activate(ctx: Context, activation: Activation): Promise<boolean>;
}
