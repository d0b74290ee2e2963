import { isScalar } from "yaml";
import type { Node } from "yaml";

/** Offset in the file of character `offset` of a scalar's value, as near as its quoting and folding allow. */
export function placeInScalar(node: Node, fileText: string, offset: number): number {
  const start = node.range?.[0] ?? 0;
  if (!isScalar(node) || typeof node.value !== "string") return start;
  if (node.type === "PLAIN" && !node.value.includes("\n")) return start + offset;
  if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED")
    return placeInBlock(node.value, fileText, start, offset);
  return start + 1 + offset;
}

/** The same word, the same number of times before it, below the block's header line. */
function placeInBlock(value: string, fileText: string, start: number, offset: number): number {
  const body = fileText.indexOf("\n", start) + 1;
  const wanted = value.slice(0, offset).replaceAll(/\s/g, "").length;
  let counted = 0;
  for (let at = body; at < fileText.length; at++) {
    if (/\s/.test(fileText.charAt(at))) continue;
    if (counted === wanted) return at;
    counted++;
  }
  return body;
}
