import { useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import { CampaignTemplates, CompareDeclaration } from "../generated/operations";
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
  const words = useFieldWords(sheet.campaign?.id);
  const rows: readonly Cell[] = differences.flatMap(({ line, presence, fields }) => {
    const told = { line: line ?? "", presence: t(`submission.presence.${presence}`, { _: presence }) };
    // A line that came or went differs in all it says: one row tells it.
    if (presence !== "changed" || fields.length === 0) return [{ ...told, field: "", before: "", after: "" }];
    return fields.map(({ field, before, after }) => ({
      ...told,
      field: words.get(field) ?? field,
      before: printed(before),
      after: printed(after),
    }));
  });
  const columns: readonly Column<Cell>[] = [
    { id: "line", header: t("submission.line"), cell: (row) => row.line, sortBy: (row) => row.line },
    { id: "presence", header: t("submission.what"), cell: (row) => row.presence, sortBy: (row) => row.presence },
    { id: "field", header: t("submission.field"), cell: (row) => row.field },
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

/** Fields of a line as the campaign's template names them in the reader's language. */
function useFieldWords(campaignId: string | undefined): ReadonlyMap<string, string> {
  const [locale] = useLocaleState();
  const language = locale === "en" ? "en" : "fr";
  const query = useOperation(CampaignTemplates, { id: campaignId ?? "" }, { enabled: campaignId !== undefined });
  const fields = query.data?.campaign?.declarationTemplate ?? [];
  return new Map(fields.map(({ key, header }) => [key, header[language]]));
}

const printed = (value: unknown): string => writtenAs(value) || NONE;
