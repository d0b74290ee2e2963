import { useState } from "react";
import { useTranslate } from "react-admin";
import { CompareDeclaration } from "../generated/operations";
import { NONE } from "../i18n/format";
import { Field } from "../parts/Field";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { useOperation } from "../providers/use-operation";
import type { DeclarationSheet } from "./campaign-states";
import { writtenAs } from "./need-form";

interface Cell {
  readonly line: string;
  readonly presence: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Two versions side by side: only what differs. */
export function CompareVersions({ sheet }: { readonly sheet: DeclarationSheet }) {
  const t = useTranslate();
  const [from, setFrom] = useState(1);
  const query = useOperation(CompareDeclaration, { id: sheet.id, from, to: sheet.version });
  const earlier = [...new Set(sheet.history.map(({ version }) => version))].filter((one) => one < sheet.version);
  const differences = query.data?.capacityDeclaration?.compare ?? [];
  const rows: readonly Cell[] = differences.flatMap(({ line, presence, fields }) =>
    (fields.length === 0 ? [{ field: "", before: null, after: null }] : fields).map((one) => ({
      line: line ?? "",
      presence: t(`submission.presence.${presence}`, { _: presence }),
      field: one.field,
      before: printed(one.before),
      after: printed(one.after),
    })),
  );
  const columns: readonly Column<Cell>[] = [
    { id: "line", header: t("submission.line"), cell: (row) => row.line, sortBy: (row) => row.line },
    { id: "presence", header: t("submission.what"), cell: (row) => row.presence, sortBy: (row) => row.presence },
    { id: "field", header: t("submission.field"), cell: (row) => <span className="mono">{row.field}</span> },
    { id: "before", header: t("submission.before", { version: from }), cell: (row) => row.before },
    { id: "after", header: t("submission.after", { version: sheet.version }), cell: (row) => row.after },
  ];
  if (earlier.length === 0) return null;
  return (
    <Section bare title={t("submission.compare")}>
      <Field id="compare-from" label={t("submission.compareFrom", { version: sheet.version })}>
        {(attributes) => (
          <select
            {...attributes}
            className="input choice"
            value={from}
            onChange={(event) => setFrom(Number(event.target.value))}
          >
            {earlier.map((version) => (
              <option key={version} value={version}>
                {t("submission.versionNumber", { version })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <QueryState query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t("submission.same")} />
          ) : (
            <Table
              caption={t("submission.compareCaption")}
              columns={columns}
              rows={rows}
              rowKey={(row) => `${row.line}-${row.field}`}
              ruled
            />
          )
        }
      </QueryState>
    </Section>
  );
}

const printed = (value: unknown): string => writtenAs(value) || NONE;
