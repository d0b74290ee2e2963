import { readFileSync } from "node:fs";
import { z } from "zod";

interface Property {
  readonly type: "string" | "enum" | "array";
  readonly required: boolean | string;
  readonly max_length?: number;
  readonly permitted_values?: readonly string[];
  readonly items?: Readonly<Record<string, Property>>;
}
type Properties = Readonly<Record<string, Property>>;

const FILE = new URL("../data/algoritmeregister/v1_0.json", import.meta.url);
/** Fields of standard 1.0 by name, as the Dutch register ships them. */
export const STANDARD_1_0 = (JSON.parse(readFileSync(FILE, "utf8")) as { properties: Properties }).properties;

/** What its intake takes for one algorithm, built from its own file; a field that it does not know is refused. */
export const algorithmIn = z.strictObject(fieldsOf(STANDARD_1_0));

function fieldsOf(properties: Properties): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const value = valueOf(property);
      return [name, property.required === true ? value : value.nullish()];
    }),
  );
}

function valueOf({ type, max_length, permitted_values, items }: Property): z.ZodType {
  const text = max_length === undefined ? z.string() : z.string().max(max_length);
  const one = permitted_values === undefined ? text : z.enum(permitted_values);
  if (type !== "array") return one;
  return z.array(items === undefined ? one : z.strictObject(fieldsOf(items)));
}
