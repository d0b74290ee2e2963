import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { type ConvergenceStatus, DecideConvergence, type DecideConvergenceData } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { orNull, type FieldSpec } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { useAct } from "../../providers/use-act";
import { useAbility } from "../../providers/use-person";
import type { Sheet, Records } from "../sheet";

type Convergence = Records["convergence"];

interface Props {
  readonly sheet: Sheet;
  readonly convergence: Convergence;
}

/** Whether a ministry's own assistant gives way to the common one, or is kept and why. */
export function ConvergenceSection({ sheet, convergence }: Props) {
  const t = useTranslate();
  const [deciding, setDeciding] = useState(false);
  const may = useAbility("select", "UseCase");
  return (
    <Section
      title={t("convergence.title")}
      aside={
        <ExplainedButton
          size="small"
          variant="outlined"
          onClick={() => setDeciding(true)}
          disabledReason={may ? undefined : t("convergence.notYou")}
        >
          {t("convergence.verb")}
        </ExplainedButton>
      }
    >
      {convergence === null ? (
        <Empty title={t("convergence.none")}>
          <p className="ink2">{t("convergence.noneLead")}</p>
        </Empty>
      ) : (
        <Decision convergence={convergence} />
      )}
      {deciding ? <DecideDialog sheet={sheet} convergence={convergence} onClose={() => setDeciding(false)} /> : null}
    </Section>
  );
}

function Decision({ convergence }: { readonly convergence: NonNullable<Convergence> }) {
  const t = useTranslate();
  const format = useFormat();
  const { status, target, by, reason } = convergence;
  return (
    <dl className="pairs left">
      <dt>{t("convergence.decision")}</dt>
      <dd>{t(`convergenceStatus.${status}`)}</dd>
      {target === null ? null : (
        <>
          <dt>{t("convergence.target")}</dt>
          <dd>
            <Link to={`/use-cases/${target.id}/show`}>{target.name}</Link>
          </dd>
        </>
      )}
      {by === null ? null : (
        <>
          <dt>{t("convergence.by")}</dt>
          <dd>{format.date(`${by}T12:00:00Z`)}</dd>
        </>
      )}
      <dt>{t("registry.reason")}</dt>
      <dd>{reason}</dd>
    </dl>
  );
}

type ConvergenceField = "status" | "targetId" | "by" | "reason";
const STATUSES: readonly ConvergenceStatus[] = ["CONVERGE", "KEEP"];

function DecideDialog({ sheet, convergence, onClose }: Props & { readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(DecideConvergence, pick);
  const target = convergence?.target ?? null;
  const specs: readonly FieldSpec<ConvergenceField>[] = [
    { name: "status", kind: "choice", choices: STATUSES.map((one) => [one, t(`convergenceStatus.${one}`)] as const) },
    { name: "targetId", kind: "use-case", optional: true, choices: target === null ? [] : [[target.id, target.name]] },
    { name: "by", kind: "day", optional: true },
    { name: "reason", kind: "text", min: 3, max: 2000 },
  ];
  return (
    <FormDialog
      title={t("convergence.dialog", { name: sheet.name })}
      confirm={t("convergence.verb")}
      words="convergence"
      specs={specs}
      initial={{ status: convergence?.status ?? "", targetId: target?.id ?? "", by: convergence?.by ?? "" }}
      wrong={({ status, targetId }) => ((status === "CONVERGE") === (targetId !== "") ? [] : ["targetId"])}
      act={act}
      variables={(typed) => ({
        input: {
          id: sheet.id,
          version: sheet.version,
          status: typed.status as ConvergenceStatus,
          targetId: orNull(typed.targetId),
          by: orNull(typed.by),
          reason: typed.reason.trim(),
        },
      })}
      done={t("convergence.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("convergence.about")}</p>
    </FormDialog>
  );
}

const pick = (data: DecideConvergenceData) => data.decideConvergence;
