/** Label values beyond this many combinations are counted together: a family's size never follows its traffic. */
const MAX_SERIES = 500;
const OVERFLOW = "_other";

/** Cells of a metric family by at most two label values. Looking a cell up allocates nothing. */
export class Series<Cell> {
  private readonly cells = new Map<string, Map<string, Cell>>();
  private count = 0;

  constructor(private readonly create: () => Cell) {}

  cell(first: string, second: string): Cell {
    return this.cells.get(first)?.get(second) ?? this.add(first, second);
  }

  forEach(visit: (first: string, second: string, cell: Cell) => void): void {
    for (const [first, row] of this.cells) for (const [second, cell] of row) visit(first, second, cell);
  }

  private add(first: string, second: string): Cell {
    if (this.count >= MAX_SERIES && first !== OVERFLOW) return this.cell(OVERFLOW, second === "" ? "" : OVERFLOW);
    this.count += 1;
    const cell = this.create();
    const row = this.cells.get(first);
    if (row === undefined) this.cells.set(first, new Map([[second, cell]]));
    else row.set(second, cell);
    return cell;
  }
}
