import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { RegisterApplication, type RegisterApplicationData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { Field } from "../parts/Field";
import { useAct } from "../providers/use-act";

const ENVIRONMENTS = ["production", "test", "development"] as const;

interface Props {
  readonly open: boolean;
  readonly useCaseId: string;
  readonly onClose: () => void;
}

export function RegisterApplicationDialog({ open, useCaseId, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(RegisterApplication, pick);
  const [name, setName] = useState("");
  const [environment, setEnvironment] = useState<string>(ENVIRONMENTS[0]);
  const [tried, setTried] = useState(false);
  const valid = name.trim().length >= 3;
  const close = () => {
    setName("");
    setTried(false);
    act.clear();
    onClose();
  };
  const confirm = async () => {
    setTried(true);
    if (!valid) return;
    const done = await act.run({ input: { useCaseId, name: name.trim(), environment, models: null } });
    if (done === null) return;
    close();
    notify(t("registry.application.done", { name: name.trim() }), { type: "success" });
  };
  return (
    <ActDialog
      open={open}
      title={t("registry.application.title")}
      confirm={t("registry.application.verb")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      <Field
        id="application-name"
        label={t("registry.application.name")}
        hint={t("registry.application.nameHint")}
        error={tried && !valid ? t("registry.application.nameError") : undefined}
      >
        {(attributes) => <input {...attributes} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field id="application-environment" label={t("registry.application.environment")}>
        {(attributes) => (
          <select {...attributes} value={environment} onChange={(event) => setEnvironment(event.target.value)}>
            {ENVIRONMENTS.map((one) => (
              <option key={one} value={one}>
                {t(`environment.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </ActDialog>
  );
}

const pick = (data: RegisterApplicationData) => data.registerApplication;
