import { Scale } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { GrantAllocation, type GrantAllocationData, Organisations } from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import type { PoolSheet } from "./pool-sheet";
import { grantHeld, grantSpecs, NEW_GRANT, toGrantInput, wrongGrant } from "./grant-form";

/** ARIANE's act: a right in this pool for an organisation, with its reason. */
export function GrantButton({ pool }: { readonly pool: PoolSheet }) {
  const t = useTranslate();
  const may = useAbility("grant", "Allocation");
  const [open, setOpen] = useState(false);
  return (
    <>
      <ExplainedButton onClick={() => setOpen(true)} disabledReason={may ? undefined : t("allocation.grant.notYou")}>
        <Scale className="icon" aria-hidden="true" />
        {t("allocation.grant.verb")}
      </ExplainedButton>
      {open ? <GrantDialog pool={pool} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function GrantDialog({ pool, onClose }: { readonly pool: PoolSheet; readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(GrantAllocation, pick);
  const organisations = useOperation(Organisations, {}).data?.organisations ?? [];
  return (
    <FormDialog
      title={t("allocation.grant.title", { pool: pool.name })}
      confirm={t("allocation.grant.verb")}
      words="allocation.grant"
      specs={grantSpecs(organisations.map(({ id, name }) => [id, name]))}
      initial={NEW_GRANT}
      wrong={wrongGrant}
      follows={(name, value) => {
        const held = name === "nodeId" ? pool.allocations.find(({ nodeId }) => nodeId === value) : undefined;
        return held === undefined ? {} : grantHeld(held);
      }}
      act={act}
      variables={(typed) => ({ input: toGrantInput(typed, pool.id) })}
      done={t("allocation.grant.done")}
      onClose={onClose}
    />
  );
}

const pick = (data: GrantAllocationData) => data.grantAllocation;
