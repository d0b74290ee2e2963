import { figureInWords } from "./in-words.js";
import type { ReportLanguage, ReportTable, TableCell } from "./report-table.js";

/** One style, inline: the page loads nothing and prints on A4 in landscape, headings repeated on every sheet. */
export const PAGE_STYLE =
  "body{font:14px/1.45 system-ui,sans-serif;color:#161616;background:#fff;margin:2rem auto;max-width:76rem;padding:0 1.5rem}" +
  "h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.05rem;margin:2rem 0 .5rem;break-after:avoid}" +
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:1rem 0;font-size:.85rem}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}" +
  "table{border-collapse:collapse;width:100%;font-size:.8rem;font-variant-numeric:tabular-nums}" +
  "th,td{padding:.25rem .5rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}td a{overflow-wrap:anywhere}th{font-weight:600;border-bottom:1px solid #161616}" +
  "th.n,td.n{text-align:right}td.n{white-space:nowrap}nav{margin-bottom:.5rem}thead{display:table-header-group}tr{break-inside:avoid}p.note{color:#555;font-size:.8rem;margin:.25rem 0}" +
  "@page{size:A4 landscape;margin:12mm}@media print{body{margin:0;max-width:none;padding:0;font-size:10px}h2{margin-top:1rem}}";

export interface PrintedReport {
  readonly title: string;
  /** What it is of and rests on, above the tables: name and value, in the page's language. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly tables: readonly ReportTable[];
  /** The same page in the other language. */
  readonly other?: { readonly language: ReportLanguage; readonly title: string; readonly href: string };
}

/** A page that a browser prints to paper or PDF. Every text is escaped. */
export function printedReport({ title, facts, tables, other }: PrintedReport, language: ReportLanguage): string {
  const listed = facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join("");
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>` +
    `<meta name="viewport" content="width=device-width"><style>${PAGE_STYLE}</style></head>` +
    `<body>${other === undefined ? "" : linked(other)}<main><h1>${escaped(title)}</h1><dl>${listed}</dl>${tables.map((table) => section(table, language)).join("")}</main></body></html>`
  );
}

const linked = ({ language, title, href }: NonNullable<PrintedReport["other"]>): string =>
  `<nav><a lang="${language}" hreflang="${language}" href="${escaped(href)}">${escaped(title)}</a></nav>`;

function section({ title, note, header, rows }: ReportTable, language: ReportLanguage): string {
  const cell = (value: TableCell): string =>
    typeof value === "number"
      ? `<td class="n">${figureInWords(value, language)}</td>`
      : `<td>${withLinks(value ?? "")}</td>`;
  const isFigures = (column: number): boolean => typeof rows[0]?.[column] === "number";
  const head = header
    .map((heading, column) => `<th scope="col"${isFigures(column) ? ' class="n"' : ""}>${escaped(heading)}</th>`)
    .join("");
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  const said = note === null ? "" : `<p class="note">${escaped(note)}</p>`;
  return `<section><h2>${escaped(title)}</h2>${said}<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></section>`;
}

/** Addresses in a text can be followed. */
const withLinks = (text: string): string =>
  escaped(text).replace(
    /https?:\/\/(?:&amp;|[^\s<&])+(?<![.,;:)])/gu,
    (address) => `<a href="${address}">${address}</a>`,
  );

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
