/** Requests of the period that carried a label, wherever they went. A request counts for each of its labels. */
export interface LabelTotal {
  /** `null` for requests without a label. */
  readonly label: string | null;
  readonly requests: number;
  readonly refused: number;
}

/** Requests with a label that a pool was given. */
export interface LabelCell {
  readonly label: string | null;
  readonly poolId: string;
  readonly requests: number;
  /** Those whose own record does not say that the pool was eligible; nothing makes this lawful. */
  readonly ineligible: number;
}

export interface MatrixPool {
  readonly id: string;
  readonly name: string;
  /** Labels that the pool accepts today. */
  readonly accepts: readonly string[];
}

/** Which data went where: labels in rows, pools in columns, with what each row is a part of. */
export interface LabelMatrix {
  readonly labels: readonly LabelTotal[];
  readonly pools: readonly MatrixPool[];
  readonly cells: readonly LabelCell[];
}

/** A cell that should be empty, with the size of its row. */
export interface ForbiddenCell {
  readonly label: string;
  readonly pool: MatrixPool;
  readonly requests: number;
  readonly of: number;
}

/**
 * Every pair of a label and a pool that does not accept it today, the empty ones too: zero out of many is the proof. A
 * pair that is not empty is a breach, or a pool that stopped to accept the label during or after the period.
 */
export function forbiddenCells({ labels, pools, cells }: LabelMatrix): readonly ForbiddenCell[] {
  const found = new Map(cells.map((cell) => [`${cell.label ?? ""} ${cell.poolId}`, cell.requests]));
  return labels.flatMap(({ label, requests }) =>
    label === null
      ? []
      : pools
          .filter((pool) => !pool.accepts.includes(label))
          .map((pool) => ({ label, pool, requests: found.get(`${label} ${pool.id}`) ?? 0, of: requests })),
  );
}

/** Requests that a pool was given although their record does not call it eligible. */
export const ineligibleRequests = ({ cells }: LabelMatrix): number =>
  cells.reduce((sum, { ineligible }) => sum + ineligible, 0);
