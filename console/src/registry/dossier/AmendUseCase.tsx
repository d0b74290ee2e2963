import { useState } from "react";
import { useTranslate } from "react-admin";
import { useParams } from "react-router";
import { UseCase } from "../../generated/operations";
import { useCrumbs } from "../../layout/crumbs";
import { monthPeriod, recentMonths } from "../../parts/usage/usage-measures";
import { PageHead } from "../../parts/PageHead";
import { QueryState } from "../../parts/states";
import { useOperation } from "../../providers/use-operation";
import { useAbility } from "../../providers/use-person";
import type { Sheet } from "../sheet";
import { AmendFormView } from "./AmendFormView";

/** Changes what a use case declares, on the version that was looked at. */
export function AmendUseCase() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const [period] = useState(() => monthPeriod(recentMonths(new Date(), 1)[0] ?? ""));
  const query = useOperation(UseCase, { id, ...period });
  return (
    <QueryState query={query}>
      {({ useCase }) =>
        useCase === null ? (
          <PageHead title={t("registry.notFound")} lead={t("registry.notFoundLead")} />
        ) : (
          <AmendPage present={useCase} onRefused={() => void query.refetch()} />
        )
      }
    </QueryState>
  );
}

interface PageProps {
  /** As it stands now: it may change while the form is open. */
  readonly present: Sheet;
  /** Reads it again: somebody else may have written. */
  readonly onRefused: () => void;
}

function AmendPage({ present, onRefused }: PageProps) {
  const t = useTranslate();
  const [seen, setSeen] = useState(present);
  const may = useAbility("update", "UseCase");
  useCrumbs([
    { label: t("menu.useCases"), to: "/use-cases" },
    { label: seen.name, to: `/use-cases/${seen.id}/show` },
    { label: t("dossier.amend") },
  ]);
  return (
    <>
      <PageHead
        title={t("dossier.amendTitle", { name: seen.name })}
        lead={t("dossier.amendLead", { version: seen.version })}
      />
      {may ? (
        <AmendFormView seen={seen} present={present} onRefused={onRefused} onTakeOver={() => setSeen(present)} />
      ) : (
        <p className="note warning">{t("dossier.notYou")}</p>
      )}
    </>
  );
}
