import { Button } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import type { ApplicationRow, KeyRow } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { StateWord, Tag } from "../parts/Tag";
import { useAbility } from "../providers/use-person";
import { RotateDialog } from "./KeyDialogs";
import { KeyRequests } from "./KeyRequests";
import { RegisterApplicationDialog } from "./RegisterApplicationDialog";
import { RequestKeyDialog } from "./RequestKeyDialog";
import { RevokeKeyDialog } from "./RevokeKeyDialog";
import type { Sheet } from "./sheet";

interface Line {
  readonly application: ApplicationRow;
  /** Null for an application without a key yet. */
  readonly key: KeyRow | null;
}

type Opened =
  | { readonly kind: "register" }
  | { readonly kind: "request"; readonly application: ApplicationRow }
  | { readonly kind: "rotate"; readonly key: KeyRow }
  | { readonly kind: "revoke"; readonly key: KeyRow }
  | null;

/** Applications of the use case, their keys, and the keys that were asked for; a key is shown in full once. */
export function ApplicationsSection({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const mayRegister = useAbility("register", "Application");
  const mayRequest = useAbility("declare", "ApiKey");
  const mayRotate = useAbility("issue", "ApiKey");
  const mayRevoke = useAbility("revoke", "ApiKey");
  const [opened, setOpened] = useState<Opened>(null);
  const columns = useKeyColumns({
    suspended: sheet.state === "SUSPENDED",
    onRequest: mayRequest ? (application) => setOpened({ kind: "request", application }) : undefined,
    onRotate: mayRotate ? (key) => setOpened({ kind: "rotate", key }) : undefined,
    onRevoke: mayRevoke ? (key) => setOpened({ kind: "revoke", key }) : undefined,
  });
  const lines = sheet.applications.flatMap((application): readonly Line[] =>
    application.keys.length === 0
      ? [{ application, key: null }]
      : application.keys.map((key) => ({ application, key })),
  );
  const close = () => setOpened(null);
  return (
    <Section
      title={t("registry.keys.title")}
      aside={
        mayRegister ? (
          <button type="button" className="link" onClick={() => setOpened({ kind: "register" })}>
            {t("registry.application.verb")}
          </button>
        ) : undefined
      }
    >
      {lines.length === 0 ? (
        <Empty title={t("registry.keys.empty")}>
          {mayRegister ? (
            <Button size="small" variant="contained" onClick={() => setOpened({ kind: "register" })}>
              {t("registry.application.verb")}
            </Button>
          ) : null}
        </Empty>
      ) : (
        <Table
          caption={t("registry.keys.caption")}
          columns={columns}
          rows={lines}
          rowKey={(line) => line.key?.id ?? line.application.id}
        />
      )}
      {opened?.kind === "register" ? <RegisterApplicationDialog useCaseId={sheet.id} onClose={close} /> : null}
      <KeyRequests applications={sheet.applications} />
      {opened?.kind === "request" ? <RequestKeyDialog application={opened.application} onClose={close} /> : null}
      {opened?.kind === "rotate" ? <RotateDialog keyRow={opened.key} onClose={close} /> : null}
      {opened?.kind === "revoke" ? <RevokeKeyDialog keyRow={opened.key} onClose={close} /> : null}
    </Section>
  );
}

interface KeyActs {
  readonly suspended: boolean;
  readonly onRequest: ((application: ApplicationRow) => void) | undefined;
  readonly onRotate: ((key: KeyRow) => void) | undefined;
  readonly onRevoke: ((key: KeyRow) => void) | undefined;
}

function useKeyColumns({ suspended, onRequest, onRotate, onRevoke }: KeyActs): readonly Column<Line>[] {
  const t = useTranslate();
  const format = useFormat();
  const status = ({ key }: Line) => {
    if (key === null) return NONE;
    if (key.status === "REVOKED") return <StateWord state="refused">{t("keyStatus.REVOKED")}</StateWord>;
    if (key.status === "EXPIRED") return <StateWord state="refused">{t("keyStatus.EXPIRED")}</StateWord>;
    if (suspended) return <Tag state="suspended">{t("keyStatus.stopped")}</Tag>;
    return (
      <StateWord state={key.status === "EXPIRING" ? "expiring" : "active"}>{t(`keyStatus.${key.status}`)}</StateWord>
    );
  };
  const live = (key: KeyRow | null): boolean => key?.status === "ACTIVE" || key?.status === "EXPIRING";
  return [
    { id: "application", header: t("registry.application.field.name"), cell: ({ application }) => application.name },
    {
      id: "key",
      header: t("registry.keys.key"),
      cell: ({ key }) => (key === null ? NONE : <span className="mono ink2">{key.prefix}…</span>),
    },
    {
      id: "environment",
      header: t("registry.application.field.environment"),
      cell: ({ application }) => environment(application),
    },
    { id: "status", header: t("registry.state"), cell: status },
    {
      id: "expires",
      header: t("registry.keys.expires"),
      cell: ({ key }) => (key === null ? NONE : format.date(key.expiresAt)),
    },
    {
      id: "acts",
      header: <span className="sr-only">{t("table.acts")}</span>,
      numeric: true,
      cell: ({ application, key }) => (
        <span className="row" style={{ justifyContent: "flex-end", gap: 12 }}>
          {onRequest === undefined ? null : (
            <button type="button" className="link" onClick={() => onRequest(application)}>
              {t("registry.keys.request")}
              <span className="sr-only"> ({application.name})</span>
            </button>
          )}
          {key === null || !live(key) || onRotate === undefined ? null : (
            <button type="button" className="link" onClick={() => onRotate(key)}>
              {t("registry.keys.rotate")}
              <span className="sr-only"> ({key.prefix})</span>
            </button>
          )}
          {key === null || !live(key) || onRevoke === undefined ? null : (
            <button type="button" className="link" onClick={() => onRevoke(key)}>
              {t("registry.keys.revoke")}
              <span className="sr-only"> ({key.prefix})</span>
            </button>
          )}
        </span>
      ),
    },
  ];

  function environment(application: ApplicationRow): string {
    return t(`environment.${application.environment}`, { _: application.environment });
  }
}
