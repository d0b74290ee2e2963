import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSchema, parse } from "graphql";
import { printOperations } from "./operation-types.ts";

const consoleFolder = fileURLToPath(new URL("..", import.meta.url));
const schemaFile = fileURLToPath(new URL("../../control-plane/contracts/schema.graphql", import.meta.url));
const target = join(consoleFolder, "src/generated/operations.ts");

function documentFiles(): readonly string[] {
  return readdirSync(join(consoleFolder, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".graphql"))
    .sort();
}

/** The generated module, from the schema and every `.graphql` file under `src`. */
export function generatedOperations(): string {
  const documents = documentFiles().map((path) => parse(readFileSync(join(consoleFolder, "src", path), "utf8")));
  return printOperations(buildSchema(readFileSync(schemaFile, "utf8")), documents);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(target, generatedOperations());
}
