import type { RankedRow } from "../generated/operations";

interface Place {
  readonly rank: number;
  readonly total: number;
}

export interface MovedUseCase {
  readonly useCase: RankedRow["useCase"];
  /** Null when it had no place in that ranking. */
  readonly before: Place | null;
  readonly after: Place | null;
  /** Ranks gained, negative when lost; null when it stands in one ranking only. */
  readonly moved: number | null;
}

type Ranked = Pick<RankedRow, "rank" | "total" | "useCase">;

/** Two rankings side by side, in the order of the second; what stands only in the first comes last. */
export function compareRankings(before: readonly Ranked[], after: readonly Ranked[]): readonly MovedUseCase[] {
  const places = (rows: readonly Ranked[]) => new Map(rows.map((row) => [row.useCase.id, row]));
  const [first, second] = [places(before), places(after)];
  const gone = before.filter(({ useCase }) => !second.has(useCase.id));
  return [...after, ...gone].map(({ useCase }) => {
    const [left, right] = [first.get(useCase.id) ?? null, second.get(useCase.id) ?? null];
    return {
      useCase,
      before: placeOf(left),
      after: placeOf(right),
      moved: left === null || right === null ? null : left.rank - right.rank,
    };
  });
}

const placeOf = (row: Ranked | null): Place | null => (row === null ? null : { rank: row.rank, total: row.total });
