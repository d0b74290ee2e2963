import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { type Column, Table } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import type { Sheet } from "../sheet";
import { type AmendValues, type Divergence, divergences, valuesOf } from "./amend-form";
import { AMEND_SPECS } from "./dossier-fields";
import { wordsOf } from "./field-words";

interface Props {
  readonly seen: Sheet;
  readonly present: Sheet;
  readonly mine: AmendValues;
  readonly onTakeOver: () => void;
}

/** Somebody else amended the same use case: what they changed, beside what I wrote, and how to go on. */
export function ConflictPanel({ seen, present, mine, onTakeOver }: Props) {
  const t = useTranslate();
  const columns = useDivergenceColumns();
  if (present.version === seen.version) return null;
  const rows = divergences(valuesOf(seen), valuesOf(present), mine);
  return (
    <div className="note warning conflict" role="alert">
      <div>
        <p className="strong">{t("dossier.conflict", { seen: seen.version, present: present.version })}</p>
        {rows.length === 0 ? (
          <p>{t("dossier.conflictElsewhere")}</p>
        ) : (
          <Table
            caption={t("dossier.conflictCaption")}
            columns={columns}
            rows={rows}
            rowKey={({ field }) => field}
            compact
          />
        )}
        <p style={{ paddingTop: 8 }}>
          <Button size="small" variant="contained" onClick={onTakeOver}>
            {t("dossier.takeOver", { version: present.version })}
          </Button>
        </p>
      </div>
    </div>
  );
}

function useDivergenceColumns(): readonly Column<Divergence>[] {
  const t = useTranslate();
  const format = useFormat();
  const said = ({ field }: Divergence, typed: string): string => {
    const spec = AMEND_SPECS.find(({ name }) => name === field);
    return (spec === undefined ? typed : wordsOf(t, format, spec, typed)) ?? t("form.notSaid");
  };
  return [
    { id: "field", header: t("dossier.fieldName"), cell: (row) => t(`dossier.field.${row.field}`) },
    { id: "seen", header: t("dossier.seen"), cell: (row) => said(row, row.seen) },
    { id: "theirs", header: t("dossier.theirs"), cell: (row) => said(row, row.theirs) },
    {
      id: "mine",
      header: t("dossier.mine"),
      cell: (row) => (
        <>
          {row.mine === row.seen ? t("dossier.untouched") : said(row, row.mine)}
          {row.clashes ? (
            <span className="sub">
              <StateWord state="warned">{t("dossier.clashes")}</StateWord>
            </span>
          ) : null}
        </>
      ),
    },
  ];
}
