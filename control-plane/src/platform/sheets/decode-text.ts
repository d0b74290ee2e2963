/** Text of a file as spreadsheets save it: UTF-8 or UTF-16 with a byte-order mark, UTF-8 without, else Windows-1252. */
export function decodeText(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder("utf-16le").decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder("utf-16be").decode(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("windows-1252").decode(file);
  }
}

/** The separator that the heading has most of, outside of quotes; a semicolon where it has none. */
export function delimiterOf(text: string): string {
  const heading =
    text
      .slice(0, 10_000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== "") ?? "";
  const bare = heading.replace(/"[^"]*"/g, "");
  const count = (separator: string): number => bare.split(separator).length - 1;
  return [";", ",", "\t"].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
