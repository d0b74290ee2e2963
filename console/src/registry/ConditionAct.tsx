import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { EvidenceKind } from "../generated/operations";
import { useAbility } from "../providers/use-person";
import { evidenceKindOf } from "./evidence-kinds";
import { EVIDENCE_PROVIDER } from "./evidence-provider";

interface Props {
  readonly code: string;
  readonly useCaseId: string;
  readonly onRecord: (kind: EvidenceKind) => void;
}

/** What meets a condition: the act itself for whoever may do it, its actor for the others. */
export function ConditionAct({ code, useCaseId, onRecord }: Props) {
  const t = useTranslate();
  const may = {
    update: useAbility("update", "UseCase"),
    select: useAbility("select", "UseCase"),
  };
  const kind = evidenceKindOf(code);
  if (kind !== undefined) {
    const provider = EVIDENCE_PROVIDER[kind];
    return provider !== null && may[provider] ? (
      <button type="button" className="link" onClick={() => onRecord(kind)}>
        {t("evidence.verb")}
        <span className="sr-only"> ({t(`evidence.kind.${kind}`)})</span>
      </button>
    ) : (
      <small>{t(`evidence.by.${provider ?? "record"}`)}</small>
    );
  }
  if (code === "validator.is_not_declarant") return <small>{t("registry.transition.otherPerson")}</small>;
  return may.update ? (
    <Link to={`/use-cases/${useCaseId}`}>{t("dossier.amend")}</Link>
  ) : (
    <small>{t("registry.transition.byDeclarant")}</small>
  );
}
