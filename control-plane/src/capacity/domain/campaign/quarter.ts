/** A calendar quarter, `2026Q4`; sorts as text. */
export type Quarter = `${number}Q${1 | 2 | 3 | 4}`;

const QUARTER = /^(20\d{2})Q([1-4])$/;

/** The quarter that a text names, or null. */
export const quarterOf = (text: string): Quarter | null => (QUARTER.test(text) ? (text as Quarter) : null);

/** `count` consecutive quarters, the first included. */
export function quartersFrom(first: Quarter, count: number): readonly Quarter[] {
  const [, year, place] = QUARTER.exec(first) ?? [];
  const start = Number(year) * 4 + Number(place) - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = start + index;
    return `${Math.floor(at / 4)}Q${(at % 4) + 1}` as Quarter;
  });
}

/** First day, and first day after: `YYYY-MM-DD`. */
export function quarterDays(quarter: Quarter): { readonly from: string; readonly to: string } {
  const [next = quarter] = quartersFrom(quarter, 2).slice(1);
  return { from: firstDay(quarter), to: firstDay(next) };
}

function firstDay(quarter: Quarter): string {
  const month = (Number(quarter.slice(5)) - 1) * 3 + 1;
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
}
