import { hasWords } from "../parts/words";

/** Commands whose label has every word of the text, whatever accents and case; each path once. */
export function foundCommands<C extends { readonly label: string; readonly path: string }>(
  commands: readonly C[],
  text: string,
): readonly C[] {
  const seen = new Set<string>();
  return commands.filter(({ label, path }) => {
    if (seen.has(path) || !hasWords(label, text)) return false;
    seen.add(path);
    return true;
  });
}
