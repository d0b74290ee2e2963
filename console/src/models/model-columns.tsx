import { useMemo } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { ModelRow } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { MODEL_LIFE, modelTag } from "./model-states";

/** Columns of the catalogue: the name with its roles, where it comes from, where its life stands. */
export function useModelColumns(): readonly Column<ModelRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      column("name", t("models.name"), "name", (row) => row.name, {
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
        sorts: true,
      }),
      column("state", t("models.state"), "state", (row) => row.state.toLowerCase(), {
        cell: (row) => (
          <>
            <StateWord state={modelTag(row.state)}>{t(`modelState.${row.state}`)}</StateWord>
            {row.state === "DEPRECATED" && row.sunset !== null ? (
              <span className="sub">{t("models.endsOn", { date: format.date(row.sunset.endsAt) })}</span>
            ) : null}
          </>
        ),
        sortBy: (row) => MODEL_LIFE.indexOf(row.state),
      }),
      column("publisher", t("models.publisher"), "publisher", (row) => row.publisher, {
        cell: (row) => `${row.publisher} (${row.publisherCountry})`,
        sorts: true,
      }),
      column("weights", t("models.field.weights"), "weights", (row) => row.provenance.weights?.toLowerCase() ?? null, {
        cell: (row) => (row.provenance.weights === null ? NONE : t(`modelWeights.${row.provenance.weights}`)),
        sortBy: (row) => row.provenance.weights,
      }),
      column("runsIn", t("models.field.runsIn"), "runs_in", (row) => row.provenance.runsIn?.toLowerCase() ?? null, {
        cell: (row) => (row.provenance.runsIn === null ? NONE : t(`runsIn.${row.provenance.runsIn}`)),
        sortBy: (row) => row.provenance.runsIn,
      }),
      column(
        "evaluated",
        t("models.field.evalStatus"),
        "evaluation",
        (row) => row.provenance.evalStatus?.toLowerCase() ?? null,
        {
          cell: (row) => t(`evalStatus.${row.provenance.evalStatus ?? "NONE"}`),
          sortBy: (row) => row.provenance.evalStatus,
        },
      ),
      column("licence", t("models.licence"), "licence", (row) => row.licence, { sorts: true }),
      column("context", t("models.context"), "context_window", (row) => row.contextWindow, {
        show: format.integer,
        numeric: true,
        sorts: true,
      }),
    ],
    [t, format],
  );
}
