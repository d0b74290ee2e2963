import { useState } from "react";
import { useTranslate } from "react-admin";
import type { ApplicationRow, KeyRequestRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { type Column, Table } from "../parts/Table";
import { Tag, type TagState } from "../parts/Tag";
import { useAbility } from "../providers/use-person";
import { ApproveDialog, CollectDialog, DenyDialog, RefuseDialog, ValidateDialog, WithdrawDialog } from "./KeyDialogs";

const DIALOGS = {
  validate: ValidateDialog,
  approve: ApproveDialog,
  collect: CollectDialog,
  refuse: RefuseDialog,
  deny: DenyDialog,
  withdraw: WithdrawDialog,
};
type ActName = keyof typeof DIALOGS;

const TAGS: Readonly<Record<KeyRequestRow["state"], TagState>> = {
  REQUESTED: "waiting",
  VALIDATED: "waiting",
  APPROVED: "active",
  ISSUED: "plain",
  REFUSED: "refused",
  WITHDRAWN: "plain",
};

interface Line {
  readonly application: ApplicationRow;
  readonly request: KeyRequestRow;
}

/** Keys that were asked for and did not come of it yet, each with what its reader may do. */
export function KeyRequests({ applications }: { readonly applications: readonly ApplicationRow[] }) {
  const t = useTranslate();
  const format = useFormat();
  const [opened, setOpened] = useState<{ readonly act: ActName; readonly request: KeyRequestRow } | null>(null);
  const [validates, approves] = [useAbility("validate", "ApiKey"), useAbility("grant", "ApiKey")];
  const lines = applications.flatMap((application) =>
    application.keyRequests
      .filter(({ state }) => state !== "ISSUED" && state !== "WITHDRAWN")
      .map((request): Line => ({ application, request })),
  );
  const actsOn = ({ state, mine }: KeyRequestRow): readonly ActName[] => {
    const own: readonly ActName[] = mine && state !== "REFUSED" ? ["withdraw"] : [];
    if (state === "APPROVED") return mine ? ["collect", ...own] : [];
    if (state === "REQUESTED" && validates && !mine) return ["validate", "refuse"];
    if (state === "VALIDATED" && approves && !mine) return ["approve", "deny"];
    return own;
  };
  const columns: readonly Column<Line>[] = [
    { id: "application", header: t("registry.application.field.name"), cell: ({ application }) => application.name },
    { id: "by", header: t("registry.keyRequest.by"), cell: ({ request }) => request.requestedBy },
    { id: "at", header: t("registry.keyRequest.at"), cell: ({ request }) => format.date(request.requestedAt) },
    {
      id: "days",
      header: t("registry.issue.field.days"),
      numeric: true,
      cell: ({ request }) => t("registry.keyRequest.days", { smart_count: request.validDays }),
    },
    {
      id: "state",
      header: t("registry.state"),
      cell: ({ request }) => (
        <>
          <Tag state={TAGS[request.state]}>{t(`keyRequestState.${request.state}`)}</Tag>{" "}
          <span className="ink2">{request.closedReason ?? request.reason}</span>
        </>
      ),
    },
    {
      id: "acts",
      header: <span className="sr-only">{t("table.acts")}</span>,
      numeric: true,
      cell: ({ application, request }) => (
        <span className="row" style={{ justifyContent: "flex-end", gap: 12 }}>
          {actsOn(request).map((act) => (
            <button key={act} type="button" className="link" onClick={() => setOpened({ act, request })}>
              {t(`registry.keyRequest.act.${act}`)}
              <span className="sr-only"> ({application.name})</span>
            </button>
          ))}
        </span>
      ),
    },
  ];
  const Dialog = opened === null ? null : DIALOGS[opened.act];
  // A key that was just collected leaves the list while its dialog still shows it.
  return (
    <>
      {lines.length === 0 ? null : (
        <>
          <h3 className="small strong" style={{ margin: "16px 0 4px" }}>
            {t("registry.keyRequest.caption")}
          </h3>
          <Table
            caption={t("registry.keyRequest.caption")}
            columns={columns}
            rows={lines}
            rowKey={({ request }) => request.id}
          />
        </>
      )}
      {Dialog === null || opened === null ? null : <Dialog request={opened.request} onClose={() => setOpened(null)} />}
    </>
  );
}
