import { ROLES, type Role } from "../../../kernel/actor.js";
import { reachesWholeTree } from "../../../kernel/reach.js";
import { ROLE_MATRIX, type Grant, type GrantCondition } from "../../domain/role-matrix.js";

const NOTES: Readonly<Record<GrantCondition, string>> = {
  "not-own-declaration": "not on what the same person declared",
  "not-own-request": "not on what the same person asked for",
  "not-own-organisation": "not for an organisation the person belongs to",
  "not-contractor": "not by a contractor",
  mfa: "with a second factor in this session",
  technical: "on what is technical, not legal or ethical",
  published: "once it is published",
};

/** The matrix as people review it: one table a role, from the data that decides. */
export function roleMatrixMarkdown(): string {
  const intro = `# Who may do what

Generated from \`control-plane/src/tenancy/domain/role-matrix.ts\` by \`npm run gen\`. What is not listed is refused.
Roles of a ministry act on their organisation and what stands below it; the others on the whole tree, save for the
conditions that are listed. Each decision is taken by the use-case runner; row-level security is the second wall.
`;
  return `${intro}\n${ROLES.map(section).join("\n")}`;
}

function section(role: Role): string {
  const rows = ROLE_MATRIX.filter((grant) => grant.role === role).map(row);
  const reach = reachesWholeTree(role) ? "the whole tree" : "its organisation and below";
  return `## ${role}\n\nActs on ${reach}.\n\n${table([["may", "what", "on condition"], ...rows])}`;
}

const row = (grant: Grant): string[] => [
  grant.actions.join(", "),
  grant.subjects.join(", "),
  grant.conditions.map((condition) => NOTES[condition]).join("; "),
];

/** A Markdown table with its columns aligned, as the formatter leaves it. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map((cells) => (cells[column] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return `${[line(head), rule, ...body.map(line)].join("\n")}\n`;
}
