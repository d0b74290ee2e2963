/** A text as searches compare it: lower case, without accents. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Whether a text has every word of another, whatever accents and case. */
export function hasWords(text: string, words: string): boolean {
  const whole = plain(text);
  return plain(words)
    .split(/\s+/u)
    .every((word) => whole.includes(word));
}
