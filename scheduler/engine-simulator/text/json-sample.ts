type Schema = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 12;

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asSchema(value: unknown): Schema {
  return isSchema(value) ? value : {};
}

/**
 * A small value that a JSON schema accepts, always the same for the same schema. Follows local `$ref`, the first branch
 * of `anyOf`, `oneOf` and `allOf`, `const`, `enum`, `default`, lengths and minima; `pattern` and `format` are not read.
 */
export function jsonSample(schema: unknown): unknown {
  const root = asSchema(schema);
  return sample(root, root, 0);
}

function sample(schema: Schema, root: Schema, depth: number): unknown {
  if (depth > MAX_DEPTH) return null;
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0] as unknown;
  if ("default" in schema) return schema.default;
  const branch = branchOf(schema, root);
  if (branch) return sample(branch, root, depth + 1);
  const type = Array.isArray(schema.type) ? (schema.type[0] as unknown) : schema.type;
  switch (type ?? ("properties" in schema ? "object" : "string")) {
    case "object":
      return sampleObject(schema, root, depth);
    case "array":
      return sampleArray(schema, root, depth);
    case "integer":
    case "number":
      return typeof schema.minimum === "number" ? Math.ceil(schema.minimum) : 1;
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return sampleString(schema);
  }
}

function branchOf(schema: Schema, root: Schema): Schema | null {
  if (typeof schema.$ref === "string" && schema.$ref.startsWith("#")) {
    const path = schema.$ref.split("/").slice(1);
    return path.reduce<Schema>((node, name) => asSchema(node[name]), root);
  }
  const branches = [schema.anyOf, schema.oneOf, schema.allOf].find(Array.isArray);
  return branches ? asSchema(branches[0]) : null;
}

function sampleObject(schema: Schema, root: Schema, depth: number): Record<string, unknown> {
  const properties = asSchema(schema.properties);
  const wanted = Array.isArray(schema.required) ? (schema.required as string[]) : Object.keys(properties);
  return Object.fromEntries(wanted.map((name) => [name, sample(asSchema(properties[name]), root, depth + 1)]));
}

function sampleArray(schema: Schema, root: Schema, depth: number): unknown[] {
  const length = typeof schema.minItems === "number" ? schema.minItems : 1;
  return Array.from({ length }, () => sample(asSchema(schema.items), root, depth + 1));
}

function sampleString(schema: Schema): string {
  const least = typeof schema.minLength === "number" ? schema.minLength : 0;
  const most = typeof schema.maxLength === "number" ? schema.maxLength : Infinity;
  return "simulé".padEnd(least, ".").slice(0, most);
}
