import { tokens } from "../theme/tokens";
import { type CellFigures, cellsOf } from "./gpu-cells";

const { pitch, width, height, guaranteeBar, rightTick } = tokens.gpuCell;

type Kind = "used" | "lent" | "free" | "borrowed";

interface Props {
  readonly figures: CellFigures;
  readonly label: string;
  /** GPUs in one cell. */
  readonly unit: number;
}

/** One cell a GPU: occupied, lent and free up to the tick of the right, borrowed after it, the guarantee underneath. */
export function GpuCells({ figures, label, unit }: Props) {
  const cells = cellsOf(figures, unit);
  const inside: readonly Kind[] = [
    ...Array<Kind>(cells.used).fill("used"),
    ...Array<Kind>(cells.lent).fill("lent"),
    ...Array<Kind>(cells.free).fill("free"),
  ];
  const tickAt = inside.length * pitch + 0.5;
  const beyond = inside.length * pitch + 3;
  const total = beyond + cells.borrowed * pitch;
  return (
    <svg className="strip" role="img" aria-label={label} width={total} height={20} viewBox={`0 -1 ${total} 20`}>
      {inside.map((kind, index) => (
        <Cell key={index} kind={kind} x={index * pitch} />
      ))}
      {Array.from({ length: cells.borrowed }, (_, index) => (
        <Cell key={`b${index}`} kind="borrowed" x={beyond + index * pitch} />
      ))}
      {figures.nominal > 0 ? <rect className="cell-right" x={tickAt} y={-1} width={rightTick} height={20} /> : null}
      {cells.guarantee > 0 ? (
        <rect className="cell-guarantee" x={0} y={16.5} width={cells.guarantee * pitch - 1} height={guaranteeBar} />
      ) : null}
    </svg>
  );
}

function Cell({ kind, x }: { readonly kind: Kind; readonly x: number }) {
  return kind === "used" ? (
    <rect className="cell-used" x={x} y={1} width={width} height={height} />
  ) : (
    <rect className={`cell-${kind}`} x={x + 0.5} y={1.5} width={width - 1} height={height - 1} />
  );
}

/** Patterns that every strip of the page points at; rendered once, by the layout. */
export function HatchPatterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
      <defs>
        <pattern id="hatch-borrowed" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" fill="var(--borrowed-bg)" />
          <rect width="1.6" height="4" fill="var(--borrowed-mark)" />
        </pattern>
        <pattern id="hatch-lent" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="4" height="4" fill="var(--lent-bg)" />
          <rect width="1.6" height="4" fill="var(--lent-mark)" />
        </pattern>
      </defs>
    </svg>
  );
}
