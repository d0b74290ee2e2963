import { useState } from "react";
import { useTranslate } from "react-admin";
import { DefineAlias, type DefineAliasData } from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import type { FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import type { ModelSheet } from "./model-states";

const SPECS: readonly FieldSpec<"alias">[] = [
  { name: "alias", kind: "line", max: 200, pattern: /^[A-Za-z0-9][A-Za-z0-9._:/-]*$/u },
];

/** Roles that lead to this model, such as "assistant": their callers follow when the holder changes. */
export function AliasSection({ sheet }: { readonly sheet: ModelSheet }) {
  const t = useTranslate();
  const [naming, setNaming] = useState(false);
  const may = useAbility("register", "Model");
  const whyNot = !may ? t("models.alias.notYou") : sheet.state === "APPROVED" ? undefined : t("models.alias.notYet");
  return (
    <Section
      title={t("models.aliases")}
      aside={
        <ExplainedButton size="small" variant="outlined" onClick={() => setNaming(true)} disabledReason={whyNot}>
          {t("models.alias.verb")}
        </ExplainedButton>
      }
    >
      {sheet.aliases.length === 0 ? (
        <Empty title={t("models.noAlias")}>
          <p className="ink2">{t("models.alias.about")}</p>
        </Empty>
      ) : (
        <ul className="list-plain">
          {sheet.aliases.map((alias) => (
            <li key={alias} className="mono">
              {alias}
            </li>
          ))}
        </ul>
      )}
      {sheet.aliases.length > 0 && sheet.state === "DEPRECATED" ? (
        <p className="small ink2">{t("models.alias.elsewhere")}</p>
      ) : null}
      {naming ? <AliasDialog sheet={sheet} onClose={() => setNaming(false)} /> : null}
    </Section>
  );
}

function AliasDialog({ sheet, onClose }: { readonly sheet: ModelSheet; readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(DefineAlias, pick);
  return (
    <FormDialog
      title={t("models.alias.title", { name: sheet.name })}
      confirm={t("models.alias.verb")}
      words="models"
      specs={SPECS}
      act={act}
      variables={({ alias }) => ({ name: alias.trim(), modelId: sheet.id })}
      done={t("models.alias.done", { name: sheet.name })}
      onClose={onClose}
    >
      <p className="ink2">{t("models.alias.consequence")}</p>
    </FormDialog>
  );
}

const pick = (data: DefineAliasData) => data.defineAlias;
