import { NestFactory } from "@nestjs/core";
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from "@nestjs/graphql";
import { lexicographicSortSchema, printSchema } from "graphql";

type Class = new (...dependencies: never[]) => object;

/** The schema that these modules' resolvers make, sorted; nothing is started and no database is needed. */
export async function schemaSdl(modules: readonly Class[]): Promise<string> {
  const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: ["error"],
    abortOnError: false,
  });
  const factory = context.get(GraphQLSchemaFactory);
  const schema = await factory.create([...withImports(modules)].flatMap(resolversOf));
  await context.close();
  return printSchema(lexicographicSortSchema(schema));
}

/** These modules and those that they are made of, each once. */
function withImports(modules: readonly Class[], found = new Set<Class>()): ReadonlySet<Class> {
  for (const module of modules) {
    if (found.has(module)) continue;
    found.add(module);
    const imported = (Reflect.getMetadata("imports", module) ?? []) as readonly unknown[];
    withImports(
      imported.filter((each): each is Class => typeof each === "function"),
      found,
    );
  }
  return found;
}

/** Every class that a module provides; those that are no resolver add nothing to the schema. */
function resolversOf(module: Class): Class[] {
  const providers = (Reflect.getMetadata("providers", module) ?? []) as readonly unknown[];
  return providers.filter((provider): provider is Class => typeof provider === "function");
}
