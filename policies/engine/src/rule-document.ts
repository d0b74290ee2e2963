import { startOfParisDay } from "@socle/contracts";
import type { Node } from "yaml";
import type { Derogable, EffectiveDays, LegalReference, Reason, Remedy, Rule } from "./rule.js";
import { EFFECTS, MODES } from "./rule.js";
import { readRuleTests } from "./rule-tests.js";
import type { RuleTest } from "./rule-tests.js";
import { TARGETS } from "./subjects.js";
import type { Target } from "./subjects.js";
import type { YamlReader } from "./yaml-reader.js";

/** A rule file whose shape is right; its expression is still text. */
export interface RuleDocument {
  readonly rule: Omit<Rule, "scope">;
  readonly whenNode: Node;
  /** `null` when the file leaves the targets out. */
  readonly appliesToNode: Node | null;
  readonly tests: readonly RuleTest[];
}

const KEYS = ["id", "version", "owner", "legal", "effective", "effect", "when", "reason", "derogable", "mode", "tests"];
const REASON_CODE = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/;

/** Reads one rule. `undefined` when anything is wrong; `reader.errors` then says what, everything at once. */
export function readRuleDocument(reader: YamlReader): RuleDocument | undefined {
  const fields = reader.fields(reader.root, "rule", KEYS, ["appliesTo", "remedy"]);
  if (fields.size === 0) return undefined;
  const whenNode = fields.get("when");
  const rule = {
    id: readId(reader, fields.get("id")),
    version: reader.positiveInteger(fields.get("version"), "version"),
    owner: reader.string(fields.get("owner"), "owner"),
    legal: readLegal(reader, fields.get("legal")),
    effective: readEffective(reader, fields.get("effective")),
    effect: reader.oneOf(fields.get("effect"), "effect", EFFECTS),
    appliesTo: fields.has("appliesTo") ? readTargets(reader, fields.get("appliesTo")) : ["request" as const],
    when: reader.string(whenNode, "when"),
    reason: readReason(reader, fields.get("reason")),
    remedy: fields.has("remedy") ? readRemedy(reader, fields.get("remedy")) : null,
    derogable: readDerogable(reader, fields.get("derogable")),
    mode: reader.oneOf(fields.get("mode"), "mode", MODES),
  };
  const tests = readRuleTests(reader, fields.get("tests"));
  if (reader.errors.length > 0 || !whenNode) return undefined;
  return { rule: rule as Omit<Rule, "scope">, whenNode, appliesToNode: fields.get("appliesTo") ?? null, tests };
}

function readId(reader: YamlReader, node: Node | null | undefined): string | undefined {
  const id = reader.string(node, "id");
  const folder = reader.path.slice(0, reader.path.lastIndexOf("/"));
  if (id !== undefined && id !== folder) return reader.fail(node, `id must be the rule's folder, ${folder}`);
  return id;
}

function readTargets(reader: YamlReader, node: Node | null | undefined): readonly Target[] {
  const items = reader.items(node, "appliesTo");
  const named = items.map((item) => reader.oneOf(item, "appliesTo", TARGETS));
  if (items.length === 0) reader.fail(node, "appliesTo must name what the rule guards");
  for (const [index, target] of named.entries())
    if (named.indexOf(target) < index) reader.fail(items[index], `appliesTo names ${target} twice`);
  return TARGETS.filter((target) => named.includes(target));
}

function readLegal(reader: YamlReader, node: Node | null | undefined): LegalReference[] {
  const items = reader.items(node, "legal");
  if (items.length === 0) reader.fail(node, "legal must name at least one text");
  return items.map((item) => {
    const fields = reader.fields(item, "legal", ["text", "url"]);
    const url = reader.string(fields.get("url"), "url") ?? "";
    if (url !== "" && !URL.canParse(url)) reader.fail(fields.get("url"), "url must be a complete address");
    return { text: reader.string(fields.get("text"), "text") ?? "", url };
  });
}

function readEffective(reader: YamlReader, node: Node | null | undefined): EffectiveDays {
  const fields = reader.fields(node, "effective", ["from", "to"]);
  const from = readDay(reader, fields.get("from"), "from") ?? "";
  const to = reader.isNull(fields.get("to")) ? null : (readDay(reader, fields.get("to"), "to") ?? null);
  if (to !== null && to < from) reader.fail(fields.get("to"), "to must not be before from");
  return { from, to };
}

function readDay(reader: YamlReader, node: Node | null | undefined, what: string): string | undefined {
  const day = reader.string(node, what);
  if (day === undefined || startOfParisDay(day) !== null) return day;
  return reader.fail(node, `${what} must be a day written YYYY-MM-DD`);
}

function readReason(reader: YamlReader, node: Node | null | undefined): Reason {
  const fields = reader.fields(node, "reason", ["code", "fr", "en"]);
  const code = reader.string(fields.get("code"), "code") ?? "";
  if (code !== "" && !REASON_CODE.test(code)) reader.fail(fields.get("code"), "code must be like noun.reason");
  return {
    code,
    fr: reader.string(fields.get("fr"), "fr") ?? "",
    en: reader.string(fields.get("en"), "en") ?? "",
  };
}

function readRemedy(reader: YamlReader, node: Node | null | undefined): Remedy {
  const fields = reader.fields(node, "remedy", ["fr", "en"]);
  return { fr: reader.string(fields.get("fr"), "fr") ?? "", en: reader.string(fields.get("en"), "en") ?? "" };
}

function readDerogable(reader: YamlReader, node: Node | null | undefined): Derogable | null {
  if (reader.isNull(node)) return null;
  const fields = reader.fields(node, "derogable", ["by", "maxMonths"]);
  const by = reader.items(fields.get("by"), "by").map((item) => reader.string(item, "by") ?? "");
  return { by, maxMonths: reader.positiveInteger(fields.get("maxMonths"), "maxMonths") ?? 0 };
}
