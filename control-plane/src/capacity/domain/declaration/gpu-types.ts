import { fold } from "../../../kernel/fold.js";

/** Kinds of GPU that may be declared, by the names pools carry. One that is not listed is added here. */
export const GPU_TYPES = [
  "A100-40GB",
  "A100-80GB",
  "A30-24GB",
  "A40-48GB",
  "A10-24GB",
  "B200-180GB",
  "B300-288GB",
  "GH200-96GB",
  "H100-80GB",
  "H100-94GB",
  "H200-141GB",
  "L4-24GB",
  "L40S-48GB",
  "MI210-64GB",
  "MI250X-128GB",
  "MI300X-192GB",
  "RTX6000ADA-48GB",
  "T4-16GB",
  "V100-16GB",
  "V100-32GB",
] as const;

const bare = (name: string): string =>
  fold(name)
    .replace(/nvidia|tesla|instinct|amd|pcie|sxm\d?|go$/g, "")
    .replace(/[^a-z0-9]/g, "");
const BY_BARE: ReadonlyMap<string, string> = new Map(GPU_TYPES.map((type) => [bare(type), type]));

/** The kind that a text means, whatever its case, spaces and maker's name; null when none. */
export const gpuTypeOf = (text: string): string | null =>
  BY_BARE.get(bare(text)) ?? BY_BARE.get(`${bare(text)}gb`) ?? null;

/** The three known kinds whose names are the fewest edits away, nearest first. */
export function nearestGpuTypes(text: string): readonly string[] {
  const wanted = bare(text);
  return GPU_TYPES.map((type) => ({ type, far: distance(wanted, bare(type)) }))
    .sort((a, b) => a.far - b.far || (a.type < b.type ? -1 : 1))
    .slice(0, 3)
    .map(({ type }) => type);
}

/** Levenshtein's distance; texts are cut, since a cell may hold a page. */
function distance(left: string, right: string): number {
  const a = left.slice(0, 40);
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = a[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
