import { Scale } from "lucide-react";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { GrantAllocation, type GrantAllocationData, Organisations } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { ExplainedButton } from "../parts/ExplainedButton";
import { Field } from "../parts/Field";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import type { PoolSheet } from "./pool-sheet";
import { EMPTY_GRANT, type GrantField, type GrantForm, toGrantInput, wrongGrantFields } from "./grant-form";

const FIGURES: readonly (readonly [GrantField, string])[] = [
  ["nominal", "GPU"],
  ["guarantee", "GPU"],
  ["lendLimit", "GPU"],
  ["borrowLimit", "GPU"],
];

/** ARIANE's act: a right in this pool for an organisation, with its reason. */
export function GrantButton({ pool }: { readonly pool: PoolSheet }) {
  const t = useTranslate();
  const notify = useNotify();
  const may = useAbility("grant", "Allocation");
  const act = useAct(GrantAllocation, pick);
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const [form, setForm] = useState<GrantForm>(EMPTY_GRANT);
  const wrong = tried ? wrongGrantFields(form) : [];
  const close = () => {
    setOpen(false);
    setTried(false);
    setForm(EMPTY_GRANT);
    act.clear();
  };
  const confirm = async () => {
    setTried(true);
    if (wrongGrantFields(form).length > 0) return;
    const done = await act.run({ input: toGrantInput(form, pool.id) });
    if (done === null) return;
    close();
    notify(t("allocation.grant.done"), { type: "success" });
  };
  const change = (part: Partial<GrantForm>) => setForm({ ...form, ...part });
  return (
    <>
      <ExplainedButton onClick={() => setOpen(true)} disabledReason={may ? undefined : t("allocation.grant.notYou")}>
        <Scale className="icon" aria-hidden="true" />
        {t("allocation.grant.verb")}
      </ExplainedButton>
      <ActDialog
        open={open}
        title={t("allocation.grant.title", { pool: pool.name })}
        confirm={t("allocation.grant.verb")}
        act={act}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        <GrantFields pool={pool} form={form} wrong={wrong} onChange={change} />
      </ActDialog>
    </>
  );
}

interface FieldsProps {
  readonly pool: PoolSheet;
  readonly form: GrantForm;
  readonly wrong: readonly GrantField[];
  readonly onChange: (change: Partial<GrantForm>) => void;
}

function GrantFields({ pool, form, wrong, onChange }: FieldsProps) {
  const t = useTranslate();
  const organisations = useOperation(Organisations, {}).data?.organisations ?? [];
  const field = (name: GrantField) => ({
    id: `grant-${name}`,
    label: t(`allocation.grant.field.${name}`),
    hint: t(`allocation.grant.hint.${name}`),
    error: wrong.includes(name) ? t(`allocation.grant.error.${name}`) : undefined,
  });
  const choose = (nodeId: string) => {
    const held = pool.allocations.find((allocation) => allocation.nodeId === nodeId);
    onChange(
      held === undefined
        ? { nodeId }
        : {
            nodeId,
            nominal: String(held.nominal),
            guarantee: String(held.guarantee),
            lendLimit: held.lendLimit === null ? "" : String(held.lendLimit),
            borrowLimit: held.borrowLimit === null ? "" : String(held.borrowLimit),
            weight: String(held.weight),
          },
    );
  };
  return (
    <div>
      <Field {...field("nodeId")}>
        {(attributes) => (
          <select {...attributes} value={form.nodeId} onChange={(event) => choose(event.target.value)}>
            <option value="">{t("form.choose")}</option>
            {organisations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="two-fields">
        {FIGURES.map(([name, unit]) => (
          <Field key={name} {...field(name)} unit={unit}>
            {(attributes) => (
              <input
                {...attributes}
                inputMode="decimal"
                value={form[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Field {...field("weight")}>
        {(attributes) => (
          <input
            {...attributes}
            inputMode="decimal"
            value={form.weight}
            onChange={(event) => onChange({ weight: event.target.value })}
          />
        )}
      </Field>
      <Field {...field("reason")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            value={form.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

const pick = (data: GrantAllocationData) => data.grantAllocation;
