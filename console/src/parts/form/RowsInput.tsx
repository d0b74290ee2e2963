import { Button } from "@mui/material";
import { Plus, Trash2 } from "lucide-react";
import { useTranslate } from "react-admin";
import { FieldError } from "../Field";
import { emptyRow, type FieldSpec, type FormValues, problemOf, rowsOf } from "./field-spec";
import { FieldInput, type FieldProps, problemWords } from "./FieldInput";
import { wholeId } from "./focus-field";

interface Props extends FieldProps {
  readonly id: string;
  /** Shows what is wrong in each row. */
  readonly tried: boolean;
}

/** A list of small records in a form: one row each, with its fields; rows are added and removed. */
export function RowsInput({ id, spec, words, value, error, tried, onChange: write }: Props) {
  const { columns = [], wrongRow } = spec;
  const t = useTranslate();
  const legend = spec.label ?? t(`${words}.field.${spec.name}`);
  const hint = spec.hint ?? t(`${words}.hint.${spec.name}`, { _: "" });
  const rows = rowsOf(value);
  const onChange = (next: readonly FormValues[]) => write(JSON.stringify(next));
  const problemIn = (column: FieldSpec, typed: string) => {
    const problem = tried ? problemOf(column, typed) : null;
    return problem === null ? undefined : problemWords(t, column, words, problem);
  };
  return (
    <fieldset className="field rows" id={wholeId(id)}>
      <legend>{legend}</legend>
      {hint === "" ? null : <p className="hint">{hint}</p>}
      <FieldError id={id} error={rows.length === 0 ? error : undefined} />
      {rows.map((row, index) => {
        const rowId = `${id}-${String(index)}`;
        return (
          <div
            key={index}
            className="row-fields"
            role="group"
            aria-label={t("form.row", { number: index + 1, legend })}
          >
            <FieldError id={rowId} error={tried ? wrongRow?.(row) : undefined} />
            {columns.map((column) => (
              <FieldInput
                key={column.name}
                id={`${rowId}-${column.name}`}
                spec={column}
                words={words}
                value={row[column.name] ?? ""}
                error={problemIn(column, row[column.name] ?? "")}
                onChange={(typed) =>
                  onChange(rows.map((one, at) => (at === index ? { ...one, [column.name]: typed } : one)))
                }
              />
            ))}
            <Button size="small" className="danger" onClick={() => onChange(rows.filter((_, at) => at !== index))}>
              <Trash2 className="icon-small" aria-hidden="true" />
              {t("form.removeRow")}
              <span className="sr-only"> {index + 1}</span>
            </Button>
          </div>
        );
      })}
      <Button id={id} size="small" variant="outlined" onClick={() => onChange([...rows, emptyRow(columns)])}>
        <Plus className="icon-small" aria-hidden="true" />
        {t("form.addRow")}
        <span className="sr-only"> ({legend})</span>
      </Button>
    </fieldset>
  );
}
