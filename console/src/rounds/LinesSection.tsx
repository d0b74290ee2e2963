import { useState } from "react";
import { useTranslate } from "react-admin";
import { RoundLines } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { AmendDialog } from "./acts/AmendDialog";
import { useRoundAct } from "./acts/use-round-act";
import { WhyDialog } from "./WhyDialog";
import { askedIn, grantedIn, type RoundLineRow, type RoundSheet } from "./round-states";

const OUTCOMES = { GRANTED: "active", PARTIAL: "expiring", REFUSED: "refused" } as const;

/** Who asked for how many GPUs, and what each is granted; each line says why not more. */
export function LinesSection({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useTranslate();
  const [looked, setLooked] = useState<RoundLineRow | null>(null);
  const list = useList({
    operation: RoundLines,
    variables: ({ first, after }) => ({ roundId: sheet.round.id, first, after }),
    pick: (data) => data.roundLines,
    page: 50,
    name: "lines",
    of: `${String(sheet.round.version)} ${sheet.round.solution?.at ?? ""}`,
  });
  const [amended, setAmended] = useState<RoundLineRow | null>(null);
  const mayAmend = useRoundAct(sheet, "amend");
  const columns = useLineColumns(sheet.round.quarters, setLooked, mayAmend ? setAmended : undefined);
  return (
    <Section
      bare
      title={t("rounds.sheet.lines")}
      aside={<ExportButton name="round-lines" columns={columns} rows={list.all} />}
    >
      <ListView
        list={list}
        caption={t("rounds.linesCaption")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          <Empty title={t("rounds.noLine")}>
            <p className="ink2">{t("rounds.noLineLead")}</p>
          </Empty>
        }
      />
      {looked === null ? null : <WhyDialog sheet={sheet} line={looked} onClose={() => setLooked(null)} />}
      {amended === null ? null : (
        <AmendDialog
          sheet={sheet}
          line={amended}
          onDone={() => void list.query.refetch()}
          onClose={() => setAmended(null)}
        />
      )}
    </Section>
  );
}

function useLineColumns(
  quarters: readonly string[],
  onLook: (row: RoundLineRow) => void,
  onAmend: ((row: RoundLineRow) => void) | undefined,
): readonly Column<RoundLineRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("title", t("rounds.need"), "title", (row) => row.title, {
      cell: (row) => (
        <button type="button" className="link" style={{ textAlign: "start" }} onClick={() => onLook(row)}>
          {row.title}
        </button>
      ),
    }),
    column("ministry", t("pools.ministry"), "organisation", (row) => row.organisation.name, {
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
    }),
    column("criticality", t("rounds.criticality"), "criticality", (row) => row.criticality, { numeric: true }),
    ...quarters.map((quarter): Column<RoundLineRow> =>
      column(quarter, t("rounds.grantedOf", { quarter }), quarter, (row) => grantedIn(row, quarter), {
        cell: (row) => `${format.integer(grantedIn(row, quarter))} / ${format.integer(askedIn(row, quarter))}`,
        numeric: true,
      }),
    ),
    column("outcome", t("rounds.outcome"), "outcome", (row) => row.outcome, {
      cell: (row) =>
        row.outcome === null ? null : (
          <>
            <StateWord state={OUTCOMES[row.outcome]}>{t(`roundOutcome.${row.outcome}`)}</StateWord>
            {row.amendedReason === null ? null : <div className="small ink2">{t("rounds.isAmended")}</div>}
            {onAmend === undefined ? null : (
              <div className="small">
                <button
                  type="button"
                  className="link"
                  aria-label={`${t("rounds.amend.title")} (${row.title})`}
                  onClick={() => onAmend(row)}
                >
                  {t("rounds.amend.title")}
                </button>
              </div>
            )}
          </>
        ),
    }),
  ];
}
