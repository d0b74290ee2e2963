import { Button } from "@mui/material";
import { Plus, Trash2 } from "lucide-react";
import { useTranslate } from "react-admin";
import { FieldError } from "../Field";
import { type FieldSpec, type FormValues, problemOf } from "./field-spec";
import { FieldInput, fieldId } from "./FieldInput";

interface Props<Name extends string> {
  readonly legend: string;
  readonly hint?: string;
  /** Where the dictionary has the columns' words. */
  readonly words: string;
  readonly name: string;
  readonly specs: readonly FieldSpec<Name>[];
  readonly rows: readonly FormValues<Name>[];
  /** Shows what is wrong in each row. */
  readonly tried: boolean;
  /** What is wrong with a row as a whole, in words. */
  readonly wrongRow?: (row: FormValues<Name>) => string | undefined;
  readonly onChange: (rows: readonly FormValues<Name>[]) => void;
}

/** A list of small records in a form: one row each, with its fields; rows are added and removed. */
export function RowsInput<Name extends string>(props: Props<Name>) {
  const { legend, hint, words, name, specs, rows, tried, wrongRow, onChange } = props;
  const t = useTranslate();
  const add = () => onChange([...rows, emptyRow(specs)]);
  return (
    <fieldset className="field rows">
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {rows.map((row, index) => {
        const wrong = tried ? wrongRow?.(row) : undefined;
        const rowId = fieldId(words, `${name}-${index}`);
        return (
          <div
            key={index}
            className="row-fields"
            role="group"
            aria-label={t("form.row", { number: index + 1, legend })}
          >
            <FieldError id={rowId} error={wrong} />
            {specs.map((spec) => (
              <FieldInput
                key={spec.name}
                id={`${rowId}-${spec.name}`}
                spec={spec}
                words={words}
                value={row[spec.name]}
                problem={tried ? (problemOf(spec, row[spec.name]) ?? undefined) : undefined}
                onChange={(value) =>
                  onChange(rows.map((one, at) => (at === index ? { ...one, [spec.name]: value } : one)))
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
      <Button size="small" variant="outlined" onClick={add}>
        <Plus className="icon-small" aria-hidden="true" />
        {t("form.addRow")}
        <span className="sr-only"> ({legend})</span>
      </Button>
    </fieldset>
  );
}

export const emptyRow = <Name extends string>(specs: readonly FieldSpec<Name>[]): FormValues<Name> =>
  Object.fromEntries(specs.map((spec) => [spec.name, ""])) as FormValues<Name>;

/** Is every field of every row right? */
export const rowsAreRight = <Name extends string>(
  specs: readonly FieldSpec<Name>[],
  rows: readonly FormValues<Name>[],
): boolean => rows.every((row) => specs.every((spec) => problemOf(spec, row[spec.name]) === null));
