import type { Context } from "../../../../kernel/use-case.js";
import { wordsOf } from "../../../../kernel/words.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import type { Activation, KeptBundle } from "../../../domain/bundles/kept-bundle.js";
import type { BundlePage, BundleRepository } from "../../../ports/bundles/bundle-repository.port.js";

interface BundleRow extends Omit<KeptBundle, "source"> {
  readonly digest: string;
  readonly files: KeptBundle["source"]["files"];
}
type ActivationRow = Omit<Activation, "number"> & { readonly number: string };

const BUNDLE = `digest, files, rules, kept_at AS "keptAt", kept_by AS "keptBy"`;
const ACTIVATION = `number, digest, previous_digest AS "previousDigest", proposal_id AS "proposalId", at,
  proposed_by AS "proposedBy", approved_by AS "approvedBy"`;

const bundleOf = ({ digest, files, ...rest }: BundleRow): KeptBundle => ({ source: { digest, files }, ...rest });
const activationOf = (row: ActivationRow): Activation => ({ ...row, number: Number(row.number) });

export class PgBundleRepository implements BundleRepository {
  async keep(ctx: Context, { source, rules, keptAt, keptBy }: KeptBundle): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO policy_bundle (digest, files, rules, kept_at, kept_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (digest) DO NOTHING`,
      [source.digest, JSON.stringify(source.files), rules, keptAt, keptBy],
    );
  }

  async find(ctx: Context, digest: string): Promise<KeptBundle | null> {
    const [row] = await rowsOf<BundleRow>(ctx, `SELECT ${BUNDLE} FROM policy_bundle WHERE digest = $1`, [digest]);
    return row === undefined ? null : bundleOf(row);
  }

  async page(ctx: Context, { search, first, after }: BundlePage): Promise<readonly KeptBundle[]> {
    const rows = await rowsOf<BundleRow>(
      ctx,
      `SELECT ${BUNDLE} FROM policy_bundle
       WHERE ($1::text IS NULL OR (kept_at, digest) < (SELECT kept_at, digest FROM policy_bundle WHERE digest = $1))
         AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS word WHERE strpos(searched, word) = 0)
       ORDER BY kept_at DESC, digest DESC LIMIT $3`,
      [after, [...wordsOf(search ?? "")], first + 1],
    );
    return rows.map(bundleOf);
  }

  async active(ctx: Context): Promise<Activation | null> {
    return (await this.activations(ctx, 1))[0] ?? null;
  }

  async activations(ctx: Context, most: number): Promise<readonly Activation[]> {
    const rows = await rowsOf<ActivationRow>(
      ctx,
      `SELECT ${ACTIVATION} FROM policy_activation ORDER BY number DESC LIMIT $1`,
      [most],
    );
    return rows.map(activationOf);
  }

  async activate(ctx: Context, activation: Activation): Promise<boolean> {
    const { number, digest, previousDigest, proposalId, at, proposedBy, approvedBy } = activation;
    const written = await countOf(
      ctx,
      `INSERT INTO policy_activation (number, digest, previous_digest, proposal_id, at, proposed_by, approved_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [number, digest, previousDigest, proposalId, at, proposedBy, approvedBy],
    );
    return written === 1;
  }
}
