import { useState } from "react";
import { useTranslate } from "react-admin";
import { DeclareShadowTool, type DeclareShadowToolData } from "../generated/operations";
import { figureOrNull, type FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { useBodyChoices } from "../parts/bodies/use-own-bodies";

type ToolField = "organisationId" | "name" | "vendor" | "vendorCountry" | "purpose" | "agents";

const SPECS: readonly FieldSpec<ToolField>[] = [
  { name: "name", kind: "line", min: 2, max: 100 },
  { name: "vendor", kind: "line", min: 2, max: 100 },
  { name: "vendorCountry", kind: "country" },
  { name: "purpose", kind: "text", min: 3, max: 1000 },
  { name: "agents", kind: "whole", optional: true, min: 0, max: 10_000_000 },
];

/** A body says which tool its agents use outside any frame; nobody is named. */
export function DeclareShadowToolDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(DeclareShadowTool, pick);
  const bodies = useBodyChoices();
  const [key] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={t("shadowTools.declare.verb")}
      confirm={t("shadowTools.declare.confirm")}
      words="shadowTools"
      specs={[{ name: "organisationId", kind: "choice", choices: bodies }, ...SPECS]}
      act={act}
      variables={(typed) => ({
        input: {
          organisationId: typed.organisationId,
          name: typed.name.trim(),
          vendor: typed.vendor.trim(),
          vendorCountry: typed.vendorCountry.trim().toUpperCase(),
          purpose: typed.purpose.trim(),
          agents: figureOrNull(typed.agents),
          idempotencyKey: key,
        },
      })}
      done={t("shadowTools.declare.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("shadowTools.declare.about")}</p>
    </FormDialog>
  );
}

const pick = (data: DeclareShadowToolData) => data.declareShadowTool;
