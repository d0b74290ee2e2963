import { useMemo } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { ModelRow } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { MODEL_LIFE, modelTag } from "./model-states";

/** Columns of the catalogue: the name with its roles, where it comes from, where its life stands. */
export function useModelColumns(): readonly Column<ModelRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "name",
        header: t("models.name"),
        sortBy: (row) => row.name,
        cell: (row) => (
          <>
            <Link className="quiet" to={`/models/${row.id}/show`}>
              {row.name}
            </Link>
            <span className="sub">
              {row.aliases.length === 0
                ? t("models.noAlias")
                : t("models.aliasesAre", { list: row.aliases.join(", ") })}
            </span>
          </>
        ),
        csv: { header: "name", value: (row) => row.name },
      },
      {
        id: "state",
        header: t("models.state"),
        sortBy: (row) => MODEL_LIFE.indexOf(row.state),
        cell: (row) => (
          <>
            <StateWord state={modelTag(row.state)}>{t(`modelState.${row.state}`)}</StateWord>
            {row.state === "DEPRECATED" && row.sunset !== null ? (
              <span className="sub">{t("models.endsOn", { date: format.date(row.sunset.endsAt) })}</span>
            ) : null}
          </>
        ),
        csv: { header: "state", value: (row) => row.state.toLowerCase() },
      },
      {
        id: "publisher",
        header: t("models.publisher"),
        sortBy: (row) => row.publisher,
        cell: (row) => `${row.publisher} (${row.publisherCountry})`,
        csv: { header: "publisher", value: (row) => row.publisher },
      },
      {
        id: "weights",
        header: t("models.field.weights"),
        sortBy: (row) => row.provenance.weights,
        cell: (row) => (row.provenance.weights === null ? NONE : t(`modelWeights.${row.provenance.weights}`)),
        csv: { header: "weights", value: (row) => row.provenance.weights?.toLowerCase() ?? null },
      },
      {
        id: "runsIn",
        header: t("models.field.runsIn"),
        sortBy: (row) => row.provenance.runsIn,
        cell: (row) => (row.provenance.runsIn === null ? NONE : t(`runsIn.${row.provenance.runsIn}`)),
        csv: { header: "runs_in", value: (row) => row.provenance.runsIn?.toLowerCase() ?? null },
      },
      {
        id: "evaluated",
        header: t("models.field.evalStatus"),
        sortBy: (row) => row.provenance.evalStatus,
        cell: (row) => t(`evalStatus.${row.provenance.evalStatus ?? "NONE"}`),
        csv: { header: "evaluation", value: (row) => row.provenance.evalStatus?.toLowerCase() ?? null },
      },
      {
        id: "licence",
        header: t("models.licence"),
        sortBy: (row) => row.licence,
        cell: (row) => row.licence,
        csv: { header: "licence", value: (row) => row.licence },
      },
      {
        id: "context",
        header: t("models.context"),
        numeric: true,
        sortBy: (row) => row.contextWindow,
        cell: (row) => format.integer(row.contextWindow),
        csv: { header: "context_window", value: (row) => row.contextWindow },
      },
    ],
    [t, format],
  );
}
