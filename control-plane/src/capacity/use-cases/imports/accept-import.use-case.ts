import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { answersTaken } from "../../domain/campaign/campaign-life.js";
import type { CapacityLine } from "../../domain/declaration/capacity-line.js";
import type { CapacityImport } from "../../domain/import/capacity-import.js";
import type { NeedContent } from "../../domain/need/capacity-need.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import type { ImportStore } from "../../ports/imports/import-store.port.js";
import { id } from "../capacity.input.js";
import { changed } from "../same-version.js";
import { guarded, loadAsked } from "../submissions/submission-access.js";
import { loadImport } from "./load-import.js";
import { writeImportedLines } from "./write-imported-lines.js";
import { writeImportedNeeds } from "./write-imported-needs.js";

const input = z.object({ id });
export type AcceptImportInput = z.infer<typeof input>;

/**
 * Takes over everything that was read, in one transaction: the lines become those of the organisation's declaration, the
 * needs are created or written over by reference. A preview with one error is not accepted.
 */
export const acceptImport = (
  ports: CapacityPorts & { readonly imports: ImportStore },
): UseCase<AcceptImportInput, CapacityImport, CapacityImport> => ({
  name: "capacity.accept-import",
  action: "declare",
  input: zodSchema(input),
  load: (ctx, { id }) => loadImport(ports.imports, ctx, id),
  async handle(ctx, _input, before) {
    const asked = await loadAsked(ports, ctx, before.campaignId, before.organisationId);
    if (!asked.ok) return asked;
    const allowed = guarded([...acceptConditions(before), answersTaken(asked.value, ctx.clock.now())]);
    if (!allowed.ok) return allowed;
    const after: CapacityImport = {
      ...before,
      state: "accepted",
      finishedAt: ctx.clock.now(),
      version: before.version + 1,
    };
    const records = await ports.imports.records(ctx, before.id);
    if (!(await ports.imports.update(ctx, after))) return refuse(changed("import", before.version));
    const written =
      before.target === "declaration"
        ? await writeImportedLines(ports, ctx, before, records as readonly CapacityLine[])
        : await writeImportedNeeds(ports, ctx, before, asked.value, records as readonly NeedContent[]);
    return written.ok ? ok({ value: after, event: written.value }) : written;
  },
});

const acceptConditions = ({ state, errorCount, rowsRead }: CapacityImport) => [
  { code: "import.previewed", met: state === "previewed", message: `It was read to its end; it is ${state}.` },
  { code: "import.no_error", met: errorCount === 0, message: `It has no error; it has ${errorCount}.` },
  { code: "import.has_rows", met: rowsRead > 0, message: "It has at least one row." },
];
