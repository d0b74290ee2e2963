import { z } from "zod";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { recorded } from "../../../kernel/stored-record.js";
import type { Brick } from "../../domain/portfolio/brick.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, slug } from "../use-case.input.js";

const url = z.url({ protocol: /^https?$/ }).max(500);
export const listBrickInput = z.object({
  organisationId: id,
  slug,
  name: z.string().trim().min(2).max(100),
  description: z.string().trim().min(3).max(400),
  repositoryUrl: url,
  licence: z.string().regex(/^[A-Za-z0-9.+-]{2,60}$/, "An SPDX identifier, such as MIT or EUPL-1.2."),
  publiccodeUrl: url.nullish(),
});
export type ListBrickInput = z.infer<typeof listBrickInput>;
type Ports = Pick<RegistryPorts, "bricks" | "organisations">;

/** A body offers a reusable part to everybody; it is listed, and ARIANE may recommend it. */
export const listBrick = (ports: Ports): UseCase<ListBrickInput, null, Brick> => ({
  name: "registry.list-brick",
  action: "declare",
  input: zodSchema(listBrickInput),
  async load(ctx, { organisationId }) {
    if (!(await ports.organisations.exists(ctx, organisationId)))
      return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: "Brick", id: null, organisationId }, loaded: null });
  },
  async handle(ctx, { publiccodeUrl, ...said }) {
    const brick: Brick = {
      ...said,
      id: ctx.ids.next(),
      version: 1,
      publiccodeUrl: publiccodeUrl ?? null,
      state: "listed",
      listedAt: ctx.clock.now(),
    };
    if (!(await ports.bricks.insert(ctx, brick)))
      return refuse(conflict("brick.slug_taken", `Another brick is called ${said.slug}.`));
    return ok(recorded("Brick", brick, { slug: brick.slug, licence: brick.licence }));
  },
});
