import { useTranslate } from "react-admin";
import { type ApplicationRow, RequestKey, type RequestKeyData } from "../generated/operations";
import { figureOf } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import { useAct } from "../providers/use-act";

const LONGEST = 365;

interface Props {
  readonly application: ApplicationRow;
  readonly onClose: () => void;
}

/** Asks for a key; it is shown later, to whoever asked. */
export function RequestKeyDialog({ application, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(RequestKey, (data: RequestKeyData) => data.requestKey);
  return (
    <FormDialog
      title={t("registry.issue.title", { name: application.name })}
      confirm={t("registry.keys.request")}
      words="registry.issue"
      specs={[{ name: "days", kind: "whole", min: 1, max: LONGEST, unit: t("registry.issue.daysUnit") }, ...REASON]}
      initial={{ days: "90" }}
      act={act}
      variables={({ days, reason }) => ({
        input: {
          applicationId: application.id,
          validDays: figureOf(days ?? "") ?? 0,
          reason: reason.trim(),
        },
      })}
      done={t("registry.issue.done")}
      onClose={onClose}
    >
      <p>{t(application.environment === "production" ? "registry.issue.production" : "registry.issue.other")}</p>
    </FormDialog>
  );
}
