import { Button } from "@mui/material";
import { type FormEvent, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { Link, useNavigate } from "react-router";
import { AmendUseCase as AmendOperation, type AmendUseCaseData } from "../../generated/operations";
import { ErrorSummary } from "../../parts/ErrorSummary";
import { FieldInput, fieldId, problemWords } from "../../parts/form/FieldInput";
import { RefusalNote } from "../../parts/RefusalNote";
import { Section } from "../../parts/Section";
import { useAct } from "../../providers/use-act";
import { reasonIsEnough } from "../../parts/form/ReasonField";
import type { Sheet } from "../sheet";
import { changedFields, changeOf, problemWith, rebased, valuesOf } from "./amend-form";
import { AmendFields } from "./AmendFields";
import { ChangeNote } from "./ChangeNote";
import { ConflictPanel } from "./ConflictPanel";
import { AMEND_SPECS, type AmendField } from "./dossier-fields";

interface Props {
  /** The version that the form was opened on. */
  readonly seen: Sheet;
  /** The version that stands now. */
  readonly present: Sheet;
  readonly onRefused: () => void;
  /** Goes on from the version that stands now. */
  readonly onTakeOver: () => void;
}

/** The form, the version that it writes over, and what somebody else wrote meanwhile. */
export function AmendFormView({ seen, present, onRefused, onTakeOver }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const act = useAct(AmendOperation, pick);
  const before = valuesOf(seen);
  const [values, setValues] = useState(before);
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const put = (field: AmendField, value: string) => setValues((all) => ({ ...all, [field]: value }));
  const wrong = AMEND_SPECS.flatMap((spec) => {
    const problem = problemWith(spec, values[spec.name]);
    return problem === null ? [] : [{ spec, problem }];
  });
  const changed = changedFields(before, values);
  const sheetPath = `/use-cases/${seen.id}/show`;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (wrong.length > 0 || changed.length === 0 || !reasonIsEnough(reason) || act.running) return;
    const change = changeOf(before, values);
    const done = await act.run({ input: { id: seen.id, version: seen.version, reason: reason.trim(), ...change } });
    if (done === null) return onRefused();
    notify(t("dossier.amended", { version: done.version, state: t(`useCaseState.${done.state}`) }), {
      type: "success",
    });
    await navigate(`${sheetPath}?view=dossier`);
  };
  const takeOver = () => {
    setValues(rebased(before, valuesOf(present), values));
    act.clear();
    onTakeOver();
  };
  const issues = attempt === 0 ? [] : wrong.map(({ spec, problem }) => issueOf(spec.name, t, spec.spec, problem));
  return (
    <div className="columns" style={{ "--aside": "360px" } as React.CSSProperties}>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary attempt={attempt} issues={issues} />
        <AmendFields values={values} tried={attempt > 0} missing={seen.completeness.missing} onChange={put} />
        <Section title={t("dossier.why")}>
          <div style={{ paddingTop: 12 }}>
            <FieldInput
              spec={{ name: "reason", kind: "text" }}
              words="dossier"
              value={reason}
              problem={
                attempt > 0 && !reasonIsEnough(reason) ? (reason.trim() === "" ? "missing" : "short") : undefined
              }
              onChange={setReason}
            />
          </div>
          <ConflictPanel seen={seen} present={present} mine={values} onTakeOver={takeOver} />
          <RefusalNote refusal={act.refusal} failure={act.failure} />
          {attempt > 0 && changed.length === 0 ? <p className="note warning">{t("dossier.nothingChanged")}</p> : null}
          <div className="form-bar">
            <Button type="submit" variant="contained" aria-disabled={act.running}>
              {act.running ? t("action.sending") : t("dossier.submit")}
            </Button>
            <Button component={Link} to={sheetPath} variant="text" className="push">
              {t("registry.declare.discard")}
            </Button>
          </div>
        </Section>
      </form>
      <div className="beside">
        <ChangeNote sheet={seen} before={before} after={values} />
      </div>
    </div>
  );
}

function issueOf(
  name: AmendField,
  t: ReturnType<typeof useTranslate>,
  spec: (typeof AMEND_SPECS)[number]["spec"],
  problem: Parameters<typeof problemWords>[2],
) {
  const message = t("dossier.issue", {
    field: t(`dossier.field.${name}`),
    problem: problemWords(t, { ...spec, name }, problem),
  });
  return { field: fieldId("dossier", name), message };
}

const pick = (data: AmendUseCaseData) => data.amendUseCase;
