import { useState } from "react";
import { useTranslate } from "react-admin";
import type { EvidenceKind } from "../generated/operations";
import { NONE } from "../i18n/format";
import { Section } from "../parts/Section";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { useAbility } from "../providers/use-person";
import { EVIDENCE_KINDS } from "./evidence-kinds";
import { EVIDENCE_PROVIDER } from "./evidence-provider";
import { RecordEvidenceDialog } from "./RecordEvidenceDialog";
import type { Sheet } from "./sheet";

/** The pieces that the life cycle asks for: on file or not, and who provides each. */
export function EvidenceSection({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const may = { update: useAbility("update", "UseCase"), select: useAbility("select", "UseCase") };
  const [opened, setOpened] = useState<EvidenceKind | null>(null);
  const mayBring = (kind: EvidenceKind): boolean => {
    const provider = EVIDENCE_PROVIDER[kind];
    return provider !== null && may[provider];
  };
  const referenceOf = (kind: EvidenceKind) => sheet.evidence.find((piece) => piece.kind === kind)?.reference;
  const columns: readonly Column<EvidenceKind>[] = [
    {
      id: "piece",
      header: t("evidence.piece"),
      cell: (kind) => (
        <>
          {t(`evidence.kind.${kind}`)}
          <span className="sub">{t(`evidence.by.${EVIDENCE_PROVIDER[kind] ?? "record"}`)}</span>
        </>
      ),
    },
    {
      id: "state",
      header: t("registry.state"),
      cell: (kind) =>
        referenceOf(kind) === undefined ? (
          <StateWord state="waiting">{t("evidence.missing")}</StateWord>
        ) : (
          <StateWord state="active">{t("evidence.onFile")}</StateWord>
        ),
    },
    { id: "reference", header: t("evidence.field.reference"), cell: (kind) => <Reference text={referenceOf(kind)} /> },
    {
      id: "acts",
      header: <span className="sr-only">{t("table.acts")}</span>,
      numeric: true,
      cell: (kind) =>
        mayBring(kind) ? (
          <button type="button" className="link" onClick={() => setOpened(kind)}>
            {t(referenceOf(kind) === undefined ? "evidence.verb" : "evidence.replace")}
            <span className="sr-only"> ({t(`evidence.kind.${kind}`)})</span>
          </button>
        ) : null,
    },
  ];
  return (
    <Section
      title={t("registry.sheet.evidence")}
      aside={t("evidence.count", { met: sheet.evidence.length, all: EVIDENCE_KINDS.length })}
    >
      <Table caption={t("evidence.caption")} columns={columns} rows={EVIDENCE_KINDS} rowKey={(kind) => kind} />
      {opened === null ? null : <RecordEvidenceDialog sheet={sheet} kind={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}

/** A number, or an address that can be opened. */
function Reference({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return NONE;
  if (!/^https?:\/\/\S+$/u.test(text)) return text;
  return (
    <a href={text} rel="noreferrer noopener" target="_blank" style={{ overflowWrap: "anywhere" }}>
      {text}
    </a>
  );
}
