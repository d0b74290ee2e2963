import { useTranslate } from "react-admin";
import { DeprecateModel, type DeprecateModelData, ModelCatalogue } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";
import { deprecateInput, deprecateSpecs, firstEnd, NOTICE_DAYS } from "./model-forms";
import type { ModelSheet } from "../model-states";

/** Announces the end of a model: when, what replaces it, who is told. */
export function DeprecateModelDialog({ sheet, onClose }: { readonly sheet: ModelSheet; readonly onClose: () => void }) {
  const t = useTranslate();
  const format = useFormat();
  const act = useAct(DeprecateModel, pick);
  const models = useOperation(ModelCatalogue, {}).data?.models ?? [];
  const replacements = models
    .filter(({ id, state }) => id !== sheet.id && state === "APPROVED")
    .map(({ id, name }) => [id, name] as const);
  const first = firstEnd(new Date(), NOTICE_DAYS);
  return (
    <FormDialog
      title={t("models.title.deprecate", { name: sheet.name })}
      confirm={t("models.act.deprecate")}
      danger
      words="models"
      specs={deprecateSpecs(replacements)}
      initial={{ endsAt: first, moveAliases: sheet.aliases.length > 0 ? "yes" : "" }}
      act={act}
      variables={(typed) => ({ input: deprecateInput(sheet.id, typed) })}
      done={t("models.done.deprecate", { name: sheet.name })}
      onClose={onClose}
    >
      <ul className="consequences">
        <li>{t("models.consequence.told", { smart_count: sheet.dependants.length })}</li>
        <li>{t("models.consequence.notice", { days: NOTICE_DAYS, date: format.date(`${first}T12:00:00Z`) })}</li>
        <li>{t("models.consequence.answers")}</li>
      </ul>
    </FormDialog>
  );
}

const pick = (data: DeprecateModelData) => data.deprecateModel;
