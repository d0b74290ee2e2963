const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Commands whose label has every word of the text, whatever accents and case; each path once. */
export function foundCommands<C extends { readonly label: string; readonly path: string }>(
  commands: readonly C[],
  text: string,
): readonly C[] {
  const words = plain(text).split(/\s+/u).filter(Boolean);
  const seen = new Set<string>();
  return commands.filter((command) => {
    const label = plain(command.label);
    if (seen.has(command.path) || !words.every((word) => label.includes(word))) return false;
    seen.add(command.path);
    return true;
  });
}
