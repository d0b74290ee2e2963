import type { Context } from "../../../../kernel/use-case.js";
import { wordsOf } from "../../../../kernel/words.js";
import { column, group, numbers, Table, values } from "../../../../platform/database/table.js";
import type { Activation, KeptBundle } from "../../../domain/bundles/kept-bundle.js";
import type { BundlePage, BundleRepository } from "../../../ports/bundles/bundle-repository.port.js";

const BUNDLES = new Table<KeptBundle>("policy_bundle", {
  source: group({ digest: "value", files: column("files", "json") }),
  ...values("rules", "keptAt", "keptBy"),
});
const ACTIVATIONS = new Table<Activation>("policy_activation", {
  ...numbers("number"),
  ...values("digest", "previousDigest", "proposalId", "at", "proposedBy", "approvedBy", "simulationId", "waiver"),
});

export class PgBundleRepository implements BundleRepository {
  async keep(ctx: Context, bundle: KeptBundle): Promise<void> {
    await BUNDLES.insertNew(ctx, bundle);
  }

  find = (ctx: Context, digest: string): Promise<KeptBundle | null> =>
    BUNDLES.first(ctx, `WHERE digest = $1`, [digest]);

  page(ctx: Context, { search, first, after }: BundlePage): Promise<readonly KeptBundle[]> {
    const rest = `
      WHERE ($1::text IS NULL OR (kept_at, digest) < (SELECT kept_at, digest FROM policy_bundle WHERE digest = $1))
        AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS word WHERE strpos(searched, word) = 0)
      ORDER BY kept_at DESC, digest DESC LIMIT $3`;
    return BUNDLES.select(ctx, rest, [after, [...wordsOf(search ?? "")], first + 1]);
  }

  async active(ctx: Context): Promise<Activation | null> {
    return (await this.activations(ctx, 1))[0] ?? null;
  }

  activations = (ctx: Context, most: number): Promise<readonly Activation[]> =>
    ACTIVATIONS.select(ctx, `ORDER BY number DESC LIMIT $1`, [most]);

  activate = (ctx: Context, activation: Activation): Promise<boolean> => ACTIVATIONS.insertNew(ctx, activation);
}
