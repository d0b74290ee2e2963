import { parisDay } from "@socle/contracts";
import type { Context } from "../../../../kernel/use-case.js";
import type { AiUseCase, RegistryPorts } from "../../../../registry/index.js";
import type { RegisterEntry } from "../../../domain/desk/registers/register-entry.js";
import { REGISTERS, type RegisterId } from "../../../domain/desk/registers/registers.js";
import {
  csvText,
  jsonText,
  writeRegister,
  type MissingColumns,
  type NotedUseCase,
} from "../../../domain/desk/registers/write-register.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { registerEntryOf } from "./register-entry-of.js";

export const REGISTER_FILE_FORMATS = ["csv", "json"] as const;
export type RegisterFileFormat = (typeof REGISTER_FILE_FORMATS)[number];

export interface RegisterFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
  readonly entries: number;
  readonly missing: readonly MissingColumns[];
  readonly notes: readonly NotedUseCase[];
}

export type RegisterPorts = Pick<DeskPorts, "directory"> & {
  readonly registry: Pick<RegistryPorts, "catalogue" | "organisations">;
};

/** Use cases read at a time. */
const BATCH = 200;

/** A public register as a file, of the use cases that the context's actor may see. A read: it decides nothing. */
export async function exportRegister(
  ports: RegisterPorts,
  ctx: Context,
  id: RegisterId,
  format: RegisterFileFormat,
): Promise<RegisterFile> {
  const entries = await registerEntries(ports, ctx);
  const written = writeRegister(REGISTERS[id], entries);
  return {
    fileName: `${id.replaceAll("_", "-")}-${parisDay(ctx.clock.now())}.${format}`,
    mediaType: format === "csv" ? "text/csv; charset=utf-8" : "application/json",
    text: format === "csv" ? csvText(written) : jsonText(written),
    entries: written.rows.length,
    missing: written.missing,
    notes: written.notes,
  };
}

/** Every use case that the context's actor may see, as registers read it. */
export async function registerEntries(ports: RegisterPorts, ctx: Context): Promise<readonly RegisterEntry[]> {
  const entries: RegisterEntry[] = [];
  for (let after: string | null = null; ;) {
    const page = await ports.registry.catalogue.page(ctx, { ...ALL, after });
    entries.push(
      ...(await entriesOf(
        ports,
        ctx,
        page.rows.map(({ useCase }) => useCase),
      )),
    );
    after = page.rows.at(-1)?.cursor ?? null;
    if (!page.hasNextPage) break;
  }
  return entries;
}

const ALL = {
  search: "",
  states: [],
  organisationId: null,
  sort: "name",
  descending: false,
  first: BATCH,
  after: null,
} as const;

/** These use cases as registers read them. */
export async function entriesOf(
  ports: RegisterPorts,
  ctx: Context,
  useCases: readonly AiUseCase[],
): Promise<RegisterEntry[]> {
  const owners = useCases.map(({ organisationId }) => organisationId);
  const ministries = await ports.registry.organisations.ministriesOf(ctx, owners);
  const names = await ports.directory.organisationNames(ctx, [...new Set([...owners, ...ministries.values()])]);
  return useCases.map((useCase) =>
    registerEntryOf(useCase, {
      organisation: names.get(useCase.organisationId) ?? "",
      ministry: names.get(ministries.get(useCase.organisationId) ?? "") ?? "",
    }),
  );
}
