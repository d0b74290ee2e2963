/** Hashes of one tile: c2sp.org/tlog-tiles fixes it. */
export const TILE_WIDTH = 256;

/** A level of hashes, or the entries themselves. */
export type TileLevel = number | "entries";

/**
 * `tile/0/x001/x234/067` for index 1234067; `.p/112` after it for a tile of fewer than 256 hashes.
 * @param width 1 to 256
 */
export function tilePath(level: TileLevel, index: number, width = TILE_WIDTH): string {
  const groups = [String(index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  const partial = width === TILE_WIDTH ? "" : `.p/${String(width)}`;
  return `tile/${String(level)}/${groups.join("/")}${partial}`;
}

export interface TileRow {
  readonly level: number;
  /** Tiles of 256 hashes. */
  readonly full: number;
  /** Hashes of the last tile, 0 when there is none that is partial. */
  readonly partial: number;
}

/** Tiles that a tree of `size` leaves has, level by level from the leaves. */
export function tileRows(size: number): readonly TileRow[] {
  const rows: TileRow[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH))
    rows.push({ level, full: Math.floor(hashes / TILE_WIDTH), partial: hashes % TILE_WIDTH });
  return rows;
}

/** Where a complete subtree's hash is found: hashes of one tile that fold into it. */
export interface TileSlice {
  readonly path: string;
  /** Paths where the same hashes stand once the tile is full. */
  readonly fullPath: string;
  readonly from: number;
  readonly count: number;
}

/** @param size leaves of the tree that is read, which says how wide the last tile is */
export function sliceOf({ height, index }: { height: number; index: number }, size: number): TileSlice {
  const level = Math.floor(height / 8);
  const count = 2 ** (height % 8);
  const first = index * count;
  const tile = Math.floor(first / TILE_WIDTH);
  const width = Math.min(Math.floor(size / TILE_WIDTH ** level) - tile * TILE_WIDTH, TILE_WIDTH);
  const fullPath = tilePath(level, tile);
  return { path: tilePath(level, tile, width), fullPath, from: first % TILE_WIDTH, count };
}
