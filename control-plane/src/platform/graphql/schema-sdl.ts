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
  const schema = await factory.create(modules.flatMap(resolversOf));
  await context.close();
  return printSchema(lexicographicSortSchema(schema));
}

/** Every class that a module provides; those that are no resolver add nothing to the schema. */
function resolversOf(module: Class): Class[] {
  const providers = (Reflect.getMetadata("providers", module) ?? []) as readonly unknown[];
  return providers.filter((provider): provider is Class => typeof provider === "function");
}
