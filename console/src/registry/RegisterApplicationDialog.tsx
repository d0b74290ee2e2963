import { useTranslate } from "react-admin";
import { RegisterApplication, type RegisterApplicationData } from "../generated/operations";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";

const ENVIRONMENTS = ["production", "test", "development"] as const;

interface Props {
  readonly useCaseId: string;
  readonly onClose: () => void;
}

export function RegisterApplicationDialog({ useCaseId, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(RegisterApplication, pick);
  return (
    <FormDialog
      title={t("registry.application.title")}
      confirm={t("registry.application.verb")}
      words="registry.application"
      specs={[
        { name: "name", kind: "line", min: 3 },
        {
          name: "environment",
          kind: "choice",
          choices: ENVIRONMENTS.map((one) => [one, t(`environment.${one}`)] as const),
        },
      ]}
      initial={{ environment: ENVIRONMENTS[0] }}
      act={act}
      variables={({ name, environment }) => ({ input: { useCaseId, name: name.trim(), environment, models: null } })}
      done={t("registry.application.done")}
      onClose={onClose}
    />
  );
}

const pick = (data: RegisterApplicationData) => data.registerApplication;
