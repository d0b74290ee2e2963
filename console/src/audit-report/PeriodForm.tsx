import { Button } from "@mui/material";
import { type FormEvent, useState } from "react";
import { useTranslate } from "react-admin";
import { Field } from "../parts/Field";
import { monthBack, periodFault, type ReportPeriod } from "./report-period";

interface Props {
  readonly now: Date;
  readonly period: ReportPeriod;
  readonly onChange: (period: ReportPeriod) => void;
}

/** Two days, both included, and the months that one asks for most. */
export function PeriodForm({ now, period, onChange }: Props) {
  const t = useTranslate();
  const [draft, setDraft] = useState(period);
  const [fault, setFault] = useState<string | null>(null);
  const choose = (chosen: ReportPeriod) => {
    setDraft(chosen);
    const why = periodFault(chosen);
    setFault(why);
    if (why === null) onChange(chosen);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose(draft);
  };
  return (
    <form className="row" style={{ flexWrap: "wrap", alignItems: "end" }} onSubmit={submit} noValidate>
      {(["from", "to"] as const).map((end) => (
        <Field
          key={end}
          id={`audit-${end}`}
          label={t(`audit.${end}`)}
          error={fault === null || end === "to" ? undefined : t(fault)}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="date"
              value={draft[end]}
              onChange={(event) => setDraft({ ...draft, [end]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <div className="field">
        <div className="row" style={{ flexWrap: "wrap" }}>
          <Button type="submit" variant="contained">
            {t("audit.show")}
          </Button>
          {([0, 1] as const).map((back) => (
            <Button key={back} onClick={() => choose(monthBack(now, back))}>
              {t(back === 0 ? "audit.thisMonth" : "audit.lastMonth")}
            </Button>
          ))}
        </div>
      </div>
    </form>
  );
}
