/**
 * A text as one cell of CSV. What a spreadsheet would run as a formula is marked as text; so is what looks marked already.
 * @param separator what stands between the cells of the file
 */
export function csvCell(value: string, separator: "," | ";"): string {
  const text = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return text.includes(separator) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
