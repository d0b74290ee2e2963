import { z } from "zod";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { loadRecord, storeNext } from "../../../kernel/stored-record.js";
import { movedTo, type Brick } from "../../domain/portfolio/brick.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";

export const moveBrickInput = z.object({ id, to: z.enum(["recommended", "deprecated"]), reason });
export type MoveBrickInput = z.infer<typeof moveBrickInput>;
type Ports = Pick<RegistryPorts, "bricks">;

/** ARIANE recommends a brick, or says that nothing new is built with it. */
export const moveBrick = (ports: Ports): UseCase<MoveBrickInput, Brick, Brick> => ({
  name: "registry.move-brick",
  action: "manage",
  input: zodSchema(moveBrickInput),
  load: (ctx, { id: of }) => loadRecord(ports.bricks, ctx, "Brick", "brick", of),
  handle: (ctx, { to, reason: why }, brick) =>
    storeNext(ports.bricks, ctx, "Brick", movedTo(brick, to), { slug: brick.slug, from: brick.state, to, reason: why }),
});
