import { z } from "zod";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { loadRecord, storeNext } from "../../../kernel/stored-record.js";
import { closed, type ShadowTool } from "../../domain/portfolio/shadow-tool.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";

const input = z.object({ id, reason });
export type CloseShadowToolInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "shadowTools">;

/** A body says that its agents have left a tool. */
export const closeShadowTool = (ports: Ports): UseCase<CloseShadowToolInput, ShadowTool, ShadowTool> => ({
  name: "registry.close-shadow-tool",
  action: "update",
  input: zodSchema(input),
  load: (ctx, { id: of }) => loadRecord(ports.shadowTools, ctx, "ShadowTool", "shadow_tool", of),
  handle: (ctx, { reason: why }, tool) =>
    storeNext(ports.shadowTools, ctx, "ShadowTool", closed(tool), { to: "closed", reason: why }),
});
