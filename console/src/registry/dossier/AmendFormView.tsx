import { useNotify, useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { AmendUseCase as AmendOperation, type AmendUseCaseData } from "../../generated/operations";
import { FormFields } from "../../parts/form/FormFields";
import { FormPage } from "../../parts/form/FormPage";
import { useForm } from "../../parts/form/use-form";
import { Section } from "../../parts/Section";
import { useAct } from "../../providers/use-act";
import type { Sheet } from "../sheet";
import { changedFields, changeOf, materialChanges, rebased, valuesOf } from "./amend-form";
import { AmendFields } from "./AmendFields";
import { ChangeNote } from "./ChangeNote";
import { ConflictPanel } from "./ConflictPanel";
import { amendSpecs } from "./dossier-fields";

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
  const form = useForm({ specs: amendSpecs(t), initial: before });
  const { reason, ...values } = form.values;
  const untouched = changedFields(before, values).length === 0;
  const sheetPath = `/use-cases/${seen.id}/show`;
  const send = async () => {
    if (untouched) return;
    const change = changeOf(before, values);
    const done = await act.run({ input: { id: seen.id, version: seen.version, reason: reason.trim(), ...change } });
    if (done === null) return onRefused();
    const waits = materialChanges(seen, before, values).length;
    const saved = t("dossier.amended", { version: done.version, state: t(`useCaseState.${done.state}`) });
    const proposed = t("dossier.proposed", { smart_count: waits });
    const said = [...(done.version > seen.version ? [saved] : []), ...(waits > 0 ? [proposed] : [])];
    notify(said.join(" "), {
      type: "success",
    });
    await navigate(`${sheetPath}?view=dossier`);
  };
  const takeOver = () => {
    form.putAll(rebased(before, valuesOf(present), values));
    act.clear();
    onTakeOver();
  };
  return (
    <div className="columns" style={{ "--aside": "360px" } as React.CSSProperties}>
      <FormPage
        form={form}
        words="dossier"
        act={act}
        confirm={t("dossier.submit")}
        onSend={send}
        away={sheetPath}
        last={form.attempt > 0 && untouched ? <p className="note warning">{t("dossier.nothingChanged")}</p> : undefined}
      >
        {(errors) => (
          <>
            <AmendFields form={form} errors={errors} missing={seen.completeness.missing} />
            <Section title={t("dossier.why")}>
              <div style={{ paddingTop: 12 }}>
                <FormFields
                  form={form}
                  words="dossier"
                  specs={form.specs.filter(({ name }) => name === "reason")}
                  errors={errors}
                />
              </div>
              <ConflictPanel seen={seen} present={present} mine={values} onTakeOver={takeOver} />
            </Section>
          </>
        )}
      </FormPage>
      <div className="beside">
        <ChangeNote sheet={seen} before={before} after={values} />
      </div>
    </div>
  );
}

const pick = (data: AmendUseCaseData) => data.amendUseCase;
