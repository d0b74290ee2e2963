import { Button } from "@mui/material";
import { useLocaleState, useNotify, useTranslate } from "react-admin";
import {
  AcceptImport,
  type AcceptImportData,
  CancelImport,
  type CancelImportData,
  Import,
  type ImportData,
} from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { Meter } from "../parts/Meter";
import { RefusalNote } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { Tag, type TagState } from "../parts/Tag";
import { codeKey } from "../providers/refusal";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { isUnderWay } from "./send-file";

type Sheet = NonNullable<ImportData["capacityImport"]>;
type Issue = Sheet["errors"]["edges"][number]["node"];

const TAGS: Readonly<Record<Sheet["state"], TagState>> = {
  RECEIVED: "waiting",
  READING: "waiting",
  PREVIEWED: "waiting",
  ACCEPTED: "active",
  CANCELLED: "suspended",
  FAILED: "refused",
};
const POLL_MS = 700;

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** How far the file is read, every error by row and cell, and the choice: all of it, or nothing. */
export function ImportPreview({ id, onClose }: Props) {
  const t = useTranslate();
  const query = useOperation(Import, { id });
  const underWay = isUnderWay(query.data?.capacityImport?.state ?? "");
  useOperation(Import, { id }, { every: POLL_MS, enabled: underWay });
  return (
    <Section title={t("imports.preview")}>
      <QueryState query={query}>
        {({ capacityImport }) =>
          capacityImport === null ? (
            <Empty title={t("code.import_not_found")} />
          ) : (
            <Preview sheet={capacityImport} onClose={onClose} />
          )
        }
      </QueryState>
    </Section>
  );
}

function Preview({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) {
  const t = useTranslate();
  const format = useFormat();
  const issues = sheet.errors.edges.map(({ node }) => node);
  const columns = useIssueColumns();
  return (
    <>
      <p className="row" style={{ flexWrap: "wrap", paddingBlock: 8 }} aria-live="polite">
        <Tag state={TAGS[sheet.state]}>{t(`importState.${sheet.state}`)}</Tag>
        <span className="mono">{sheet.fileName}</span>
        <span className="ink2">
          {t("imports.read", { rows: format.integer(sheet.rowsRead), errors: format.integer(sheet.errorCount) })}
        </span>
      </p>
      {isUnderWay(sheet.state) ? (
        <Meter label={t("imports.progress", { share: format.percent(sheet.progress, 0) })} share={sheet.progress} />
      ) : null}
      {sheet.failure === null ? null : (
        <p className="strong">{t(`code.${codeKey(sheet.failure.code)}`, { _: sheet.failure.message })}</p>
      )}
      {issues.length === 0 ? null : (
        <>
          <Table
            caption={t("imports.errors")}
            columns={columns}
            rows={issues}
            rowKey={(row) => String(issues.indexOf(row))}
            ruled
          />
          <p className="row" style={{ flexWrap: "wrap", paddingTop: 12 }}>
            <ExportButton name="import-errors" columns={columns} rows={issues} />
            {sheet.errors.pageInfo.hasNextPage ? (
              <span className="ink2 small">{t("imports.firstErrors", { count: issues.length })}</span>
            ) : null}
          </p>
        </>
      )}
      <Decision sheet={sheet} onClose={onClose} />
    </>
  );
}

function useIssueColumns(): readonly Column<Issue>[] {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const language = locale === "en" ? "en" : "fr";
  return [
    column("row", t("imports.row"), "row", (row) => row.row, { sorts: true }),
    column("cell", t("imports.cell"), "cell", (row) => row.cell, {
      show: (value) => <span className="mono">{value ?? NONE}</span>,
    }),
    column("value", t("imports.value"), "value", (row) => row.value, { show: (value) => value ?? NONE }),
    column("message", t("imports.error"), "message", (row) => row.message[language], { sorts: true }),
  ];
}

function Decision({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const accept = useAct(AcceptImport, pickAccepted);
  const cancel = useAct(CancelImport, pickCancelled);
  const over = sheet.state === "ACCEPTED" || sheet.state === "CANCELLED" || sheet.state === "FAILED";
  const take = async () => {
    if (!accept.running && (await accept.run({ id: sheet.id })) !== null)
      notify(t("imports.accepted"), { type: "success" });
  };
  if (over) {
    return (
      <p className="row" style={{ flexWrap: "wrap" }}>
        <Button onClick={onClose}>{t("imports.another")}</Button>
      </p>
    );
  }
  return (
    <>
      <p className="row" style={{ flexWrap: "wrap", paddingTop: 12 }}>
        <ExplainedButton variant="contained" disabledReason={notYet()} onClick={() => void take()}>
          {t("imports.accept")}
        </ExplainedButton>
        <Button variant="outlined" aria-disabled={cancel.running} onClick={() => void cancel.run({ id: sheet.id })}>
          {t("imports.cancel")}
        </Button>
      </p>
      <RefusalNote refusal={accept.refusal ?? cancel.refusal} failure={accept.failure ?? cancel.failure} />
    </>
  );

  function notYet(): string | undefined {
    if (sheet.state !== "PREVIEWED") return t("imports.stillReading");
    return sheet.errorCount > 0 ? t("imports.hasErrors") : undefined;
  }
}

const pickAccepted = (data: AcceptImportData) => data.acceptCapacityImport;
const pickCancelled = (data: CancelImportData) => data.cancelCapacityImport;
