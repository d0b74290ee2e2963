import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";

/** Rows that a generated operation may speak of: ids by table, newest first. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** Values that read well for a field of this name; the first pattern that fits. */
const TEXTS: readonly (readonly [RegExp, string | (() => string)])[] = [
  [/email/iu, "agent@economie.example"],
  [/slug/iu, () => `essai-${String(Math.floor(Math.random() * 1e9))}`],
  [/url/iu, "https://code.example/depot"],
  [/quarter/iu, "2027Q1"],
  [
    /^(name|idempotencyKey|vendor|product|programme|title)$/iu,
    () => `essai-${String(Math.floor(Math.random() * 1e9))}`,
  ],
  [/^(unit|acronym)$/iu, "part"],
  [/country/iu, "FR"],
  [/^(heldOn|on|date)$/iu, inDays(-3).slice(0, 10)],
  [/^(start|due|by|.*(Date|On))$/iu, inDays(30).slice(0, 10)],
  [/^end$/iu, inDays(90).slice(0, 10)],
  [/environment/iu, "production"],
  [/licence/iu, "Apache-2.0"],
  [/label/iu, "internal"],
  [/gpuClass|gpuType/iu, "H100"],
  [/period/iu, "month"],
];

/** Table that an ID of this name, in an operation of that name, most likely points into. */
function tableOf(name: string, field: string, tables: readonly string[]): string | undefined {
  const words = (text: string): string => text.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
  const own = words(name.replace(/(Id|s)$/u, ""));
  const aliases: Readonly<Record<string, string>> = {
    parent: "organisation",
    node: "organisation",
    state: "organisation",
  };
  const asked = own === "id" ? words(field) : (aliases[own] ?? own);
  const [last = asked] = asked.split("_").slice(-1);
  const fitting = tables.filter((table) => asked.includes(table) || table.endsWith(`_${last}`) || table === last);
  return fitting.toSorted((left, right) => right.length - left.length)[0];
}

/** Fills in every argument of an operation with something that its author might have written. */
export class LikelyInputs {
  private readonly tables: readonly string[];

  constructor(
    private readonly ids: KnownIds,
    private readonly variant: number,
  ) {
    this.tables = [...ids.keys()];
  }

  argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const parts = field.args.map(({ name, type }) => `${name}: ${this.valueOf(type, name, field.name)}`);
    return parts.length === 0 ? "" : `(${parts.join(", ")})`;
  }

  private valueOf(type: GraphQLInputType, name: string, operation: string): string {
    if (isNonNullType(type)) return this.valueOf(type.ofType, name, operation);
    if (isListType(type)) return `[${this.valueOf(type.ofType, name, operation)}]`;
    if (isEnumType(type)) {
      const values = type.getValues();
      return values[this.variant % values.length]?.name ?? "null";
    }
    if (isInputObjectType(type)) return this.objectOf(Object.values(type.getFields()), operation);
    return this.scalarOf(type.name, name, operation);
  }

  /** Every other variant leaves out what may be left out. */
  private objectOf(fields: readonly { name: string; type: GraphQLInputType }[], operation: string): string {
    const wanted = fields.filter(({ type }) => isNonNullType(type) || this.variant % 2 === 1);
    return `{ ${wanted.map(({ name, type }) => `${name}: ${this.valueOf(type, name, operation)}`).join(", ")} }`;
  }

  private scalarOf(type: string, name: string, operation: string): string {
    switch (type) {
      case "Int":
        if (/version/iu.test(name)) return String(1 + Math.floor(this.variant / 2));
        return /year/iu.test(name) ? "2026" : /days/iu.test(name) ? "30" : "1";
      case "Float":
        return "1";
      case "Boolean":
        return String(this.variant % 2 === 0);
      case "DateTime":
        return JSON.stringify(inDays(/close|end|expire|to$/iu.test(name) ? 200 : 1));
      case "JSON":
        return "{}";
      case "ID":
        return JSON.stringify(this.idOf(name, operation));
      default:
        return JSON.stringify(textOf(name));
    }
  }

  private idOf(name: string, operation: string): string {
    const table = tableOf(name, operation, this.tables);
    const known = (table === undefined ? undefined : this.ids.get(table)) ?? [];
    return known[this.variant % Math.max(known.length, 1)] ?? "01890a5d-ac96-774b-bcce-b302099a8057";
  }
}

function textOf(name: string): string {
  const found = TEXTS.find(([pattern]) => pattern.test(name))?.[1] ?? `Un ${name} d'essai, assez long pour être lu.`;
  return typeof found === "string" ? found : found();
}

/** Asks for the answer's type alone, and for the code where it is a refusal. */
export function selectionOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): string {
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  if (isObjectType(type)) return "{ __typename }";
  if (!isUnionType(type)) return "";
  const coded = schema.getPossibleTypes(type).filter((member) => member.getFields()["code"] !== undefined);
  const parts = coded.map(({ name }) => `... on ${name} { ${name}Code: code }`);
  return `{ __typename ${parts.join(" ")} }`;
}
