import { Button, Dialog } from "@mui/material";
import { useId } from "react";
import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { type Column, Table } from "../../parts/Table";
import { Tag } from "../../parts/Tag";
import type { DependencyLineRow, ScoreRow } from "../roadmap-states";
import { CRITERIA } from "./dependency-form";

type Term = ScoreRow["terms"][number];

interface Props {
  readonly line: DependencyLineRow;
  readonly onClose: () => void;
}

/** "Why this score?": the three marks, then the framework's sum with each objective's part, and what sets the level. */
export function ScoreDialog({ line, onClose }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const id = useId();
  const { score } = line;
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md" transitionDuration={0}>
      <h2 id={id} className="dialog-title">
        {score === null
          ? t("roadmaps.score.whyMarks", { name: line.product })
          : t("roadmaps.score.why", { name: line.product, seal: score.seal, score: format.decimal(score.score) })}
      </h2>
      <div className="dialog-content">
        <Marks line={line} />
        {score === null ? <p className="ink2">{t("roadmaps.score.notAssessed")}</p> : <Sum line={line} score={score} />}
      </div>
      <div className="dialog-bar">
        <Button onClick={onClose}>{t("roadmaps.close")}</Button>
      </div>
    </Dialog>
  );
}

function Marks({ line: { criteria } }: { readonly line: DependencyLineRow }) {
  const t = useTranslate();
  if (criteria === null) return <p className="ink2">{t("roadmaps.score.noMarks")}</p>;
  const columns: readonly Column<(typeof CRITERIA)[number]>[] = [
    {
      id: "criterion",
      header: t("roadmaps.score.criterion"),
      cell: (one) => t(`roadmaps.dependency.field.${one}`),
    },
    { id: "asks", header: t("roadmaps.score.asks"), cell: (one) => t(`roadmaps.dependency.hint.${one}`) },
    {
      id: "mark",
      header: t("roadmaps.score.mark"),
      numeric: true,
      cell: (one) => <span className="strong nowrap">{`${String(criteria[one])} / 4`}</span>,
    },
  ];
  return (
    <section>
      <h3>{t("roadmaps.score.marks")}</h3>
      <Table caption={t("roadmaps.score.marks")} columns={columns} rows={CRITERIA} rowKey={(one) => one} compact />
    </section>
  );
}

function Sum({ line, score }: { readonly line: DependencyLineRow; readonly score: ScoreRow }) {
  const t = useTranslate();
  const format = useFormat();
  const objective = (name: string): string => t(`sovereigntyObjective.${name}`);
  const worth = score.terms.reduce((sum, term) => sum + term.worth, 0);
  const weakest = score.terms.filter((term) => term.seal === score.seal).map((term) => objective(term.objective));
  const columns: readonly Column<Term>[] = [
    {
      id: "objective",
      header: t("roadmaps.score.objective"),
      cell: (term) => objective(term.objective),
      total: t("table.total"),
    },
    {
      id: "weight",
      header: t("roadmaps.score.weight"),
      numeric: true,
      cell: (term) => format.decimal(term.weight),
      total: format.decimal(score.totalWeight),
    },
    {
      id: "points",
      header: t("roadmaps.score.obtained"),
      numeric: true,
      cell: (term) => `${format.decimal(term.points, 2)} / ${format.decimal(term.maxPoints, 2)}`,
    },
    {
      id: "worth",
      header: t("roadmaps.score.worth"),
      numeric: true,
      cell: (term) => format.fixed(term.worth, 2),
      total: format.fixed(worth, 2),
    },
    {
      id: "seal",
      header: "SEAL",
      numeric: true,
      cell: (term) => (term.seal === score.seal ? <span className="strong">{term.seal}</span> : term.seal),
      total: score.seal,
    },
  ];
  return (
    <section>
      <h3>{t("roadmaps.score.sum", { version: score.frameworkVersion })}</h3>
      <Table
        caption={t("roadmaps.score.sum", { version: score.frameworkVersion })}
        columns={columns}
        rows={score.terms}
        rowKey={(term) => term.objective}
        compact
      />
      <p>
        {t("roadmaps.score.formula", {
          worth: format.fixed(worth, 2),
          weight: format.decimal(score.totalWeight),
          score: format.decimal(score.score),
        })}
      </p>
      <p>{t("roadmaps.score.level", { seal: score.seal, list: weakest.join(", ") })}</p>
      {score.missing.length === 0 ? null : (
        <p className="ink2">{t("roadmaps.score.missing", { list: score.missing.map(objective).join(", ") })}</p>
      )}
      <Gate line={line} />
      <p className="small ink2">{t("roadmaps.score.declared")}</p>
    </section>
  );
}

function Gate({ line: { targetSeal, reachesTarget } }: { readonly line: DependencyLineRow }) {
  const t = useTranslate();
  if (targetSeal === null || reachesTarget === null) return null;
  return (
    <p>
      {t("roadmaps.score.target", { seal: targetSeal })}{" "}
      <Tag state={reachesTarget ? "active" : "refused"}>
        {t(reachesTarget ? "roadmaps.score.reached" : "roadmaps.score.notReached")}
      </Tag>
    </p>
  );
}
