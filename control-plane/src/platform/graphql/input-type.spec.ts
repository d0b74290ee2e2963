import "reflect-metadata";
import { Query, Resolver } from "@nestjs/graphql";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ok } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { graphqlEnum } from "./graphql-enum.js";
import { inputAndObjectType, inputType } from "./input-type.js";
import { answering, mutations } from "./mutations.js";
import { resultUnion } from "./result-union.js";
import { schemaSdl } from "./schema-sdl.js";

graphqlEnum("Colour", ["red", "dark_blue"]);
const wheel = z.object({ size: z.number().positive() }).describe("One of its wheels.");
const WheelType = inputAndObjectType("Wheel", wheel);
const paint = z.object({
  cartId: z.string(),
  colour: z.enum(["red", "dark_blue"]).describe("All over."),
  labels: z.array(z.enum(["health", "defence"])),
  coats: z.number().int().max(9).default(1),
  cents: z
    .number()
    .int()
    .max(10 ** 12),
  on: z.coerce.date().nullish(),
  wheels: z.array(wheel).default([]),
  note: z
    .string()
    .nullish()
    .transform((text) => text ?? null),
});
const Shared = inputType("CartStepInput", z.object({ id: z.string(), version: z.number().int() }));
const WheelResult = resultUnion("WheelResult", WheelType, ["NotFound"]);

const useCase = (): UseCase<unknown, null, { size: number }> => ({
  name: "carts.paint",
  action: "update",
  input: { parse: ok },
  load: () => Promise.reject(new Error("not asked here")),
  handle: () => Promise.reject(new Error("not asked here")),
});
const asWheel = answering(WheelResult);
const CartMutations = mutations<unknown>("CARTS", {
  paintCart: asWheel(useCase, paint, "Over the old paint."),
  parkCart: asWheel(useCase, Shared),
  sellCart: asWheel(useCase, { id: String, price: { type: () => Number, nullable: true } }),
});

@Resolver()
class Root {
  @Query(() => String) name(): string {
    return "carts";
  }
}
class CartModule {}
Reflect.defineMetadata("providers", [Root, CartMutations], CartModule);

describe("an input type", async () => {
  const sdl = await schemaSdl([CartModule]);
  const field = (text: string) => sdl.includes(`\n  ${text}\n`);

  it("takes names, kinds and what may be left out from the schema that the use case parses with", () => {
    const fields = ["cartId: ID!", "colour: Colour!", "labels: [String!]!", "coats: Int", "cents: Float!"];
    expect(
      [...fields, "on: DateTime", "wheels: [WheelInput!]! = []", "note: String"].filter((each) => !field(each)),
    ).toEqual([]);
  });

  it("tells what the schema tells of it", () => {
    expect(sdl).toContain('"""All over."""\n  colour');
    expect(sdl).toContain('"""One of its wheels."""\ninput WheelInput {\n  size: Float!\n}');
    expect(sdl).toContain("type Wheel {\n  size: Float!\n}");
  });

  it("is named after its mutation, unless several share it or arguments stand by themselves", () => {
    expect(field("paintCart(input: PaintCartInput!): WheelResult!")).toBe(true);
    expect(field("parkCart(input: CartStepInput!): WheelResult!")).toBe(true);
    expect(field("sellCart(id: String!, price: Float): WheelResult!")).toBe(true);
  });

  it("refuses values that more than one enum has, rather than choosing", async () => {
    graphqlEnum("Light", ["on", "off"]);
    graphqlEnum("Lever", ["on", "off"]);
    class LampModule {}
    const lit = z.object({ light: z.enum(["on", "off"]) });
    Reflect.defineMetadata("providers", [Root, mutations<unknown>("L", { light: asWheel(useCase, lit) })], LampModule);
    await expect(schemaSdl([LampModule])).rejects.toThrow("LightInput.light");
  });
});
