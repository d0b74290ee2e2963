import { useTranslate } from "react-admin";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { Table } from "../parts/Table";
import { useUseCaseColumns } from "../parts/use-cases/use-case-columns";
import type { ModelSheet } from "./model-states";

const SHOWN = ["NAME", "ORGANISATION", "STATE", "labels"];

/** Use cases that call it, by its name or by one of its roles: those who are told when it is to end. */
export function DependantsSection({ sheet }: { readonly sheet: ModelSheet }) {
  const t = useTranslate();
  const columns = useUseCaseColumns().filter(({ id }) => SHOWN.includes(id));
  const rows = sheet.dependants;
  return (
    <Section
      bare
      title={t("models.dependants", { count: rows.length })}
      aside={rows.length === 0 ? undefined : <ExportButton name="dependants" columns={columns} rows={rows} />}
    >
      {rows.length === 0 ? (
        <Empty title={t("models.noDependant")}>
          <p className="ink2">{t("models.noDependantLead")}</p>
        </Empty>
      ) : (
        <Table caption={t("models.dependantsCaption")} columns={columns} rows={rows} rowKey={(row) => row.id} ruled />
      )}
    </Section>
  );
}
