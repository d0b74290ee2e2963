import { useTranslate } from "react-admin";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import type { Detail } from "./decision-detail";

type Level = Detail["levels"][number];

/** 2. The ceilings, from the application to the State; only the first that blocks is tinted. */
export function WhyLevels({ detail }: { readonly detail: Detail }) {
  const t = useTranslate();
  const format = useFormat();
  const blocker = detail.levels.find((level) => !level.ok);
  const amount = (level: Level, value: number): string =>
    level.unit === "micro_euro"
      ? format.euro(value / 1_000_000, value !== 0 && value < 10_000 ? 4 : 2)
      : format.decimal(value, 0);
  const columns: readonly Column<Level>[] = [
    {
      id: "level",
      header: t("why.level"),
      cell: (level) => (
        <>
          {level.nodeName} <span className="ink3 small">{t(`unit.${level.unit}`, { _: level.unit })}</span>
        </>
      ),
    },
    { id: "ceiling", header: t("why.ceiling"), numeric: true, cell: (level) => amount(level, level.ceiling) },
    { id: "asked", header: t("why.asked"), numeric: true, cell: (level) => amount(level, level.asked) },
    {
      id: "left",
      header: t("why.left"),
      numeric: true,
      cell: (level) => <span className="strong">{level.left === null ? NONE : amount(level, level.left)}</span>,
    },
    {
      id: "reserved",
      header: t("why.reserved"),
      numeric: true,
      cell: (level) => (level.reserved === null ? NONE : amount(level, level.reserved)),
    },
    { id: "held", header: t("why.held"), numeric: true, cell: (level) => amount(level, level.held) },
    {
      id: "says",
      header: t("why.says"),
      cell: (level) =>
        level.ok ? (
          t("why.fits")
        ) : (
          <>
            <StateWord state="refused">{t("why.blocks")}</StateWord>
            {t("why.missing", { amount: amount(level, Math.max(0, level.asked - level.held - (level.left ?? 0))) })}
          </>
        ),
    },
  ];
  return (
    <section>
      <h3>
        {t("why.levelsTitle")}
        {blocker === undefined ? null : <span> – {t("why.blocker", { name: blocker.nodeName })}</span>}
      </h3>
      {detail.levels.length === 0 ? (
        <p className="small ink2">{t("why.noLevels")}</p>
      ) : (
        <Table
          caption={t("why.levelsCaption")}
          columns={columns}
          rows={detail.levels}
          rowKey={(level) => `${level.nodeId}-${level.ceilingId}-${level.unit}`}
          rowClass={(level) => (level === blocker ? "blocking" : undefined)}
          compact
        />
      )}
    </section>
  );
}
