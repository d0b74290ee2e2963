type Tree = { readonly [key: string]: string | Tree };

/** No-break spaces of French typography, so that the dictionaries can be written with ordinary ones. */
export const frenchText = (text: string): string =>
  text
    .replaceAll(/ (?=[:%€])/gu, "\u00a0")
    .replaceAll(/« /gu, "«\u00a0")
    .replaceAll(/ »/gu, "\u00a0»")
    .replaceAll(/ (?=[;!?])/gu, "\u202f")
    .replaceAll(/(\d) (?=(?:GPU|s|h|mois|jours?)\b)/gu, "$1\u00a0")
    .replaceAll(/n° /gu, "n°\u00a0");

export function frenchSpacing<T extends Tree>(tree: T): T {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === "string" ? frenchText(value) : frenchSpacing(value),
    ]),
  ) as T;
}
