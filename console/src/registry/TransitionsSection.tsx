import { useState } from "react";
import { useTranslate } from "react-admin";
import { type EvidenceKind, TransitionUseCase, type TransitionUseCaseData } from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { type FieldSpec, orNull } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import { Conditions } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { codeKey } from "../providers/refusal";
import { useAct } from "../providers/use-act";
import { ConditionAct } from "./ConditionAct";
import { RecordEvidenceDialog } from "./RecordEvidenceDialog";
import type { Sheet } from "./sheet";
import { LIFE_CYCLE } from "../parts/use-cases/use-case-states";

/** The role allows the move, its conditions do not. */
const GUARD_UNMET = "use_case.guard_unmet";

type Transition = Sheet["transitions"][number];

/** For each possible move: what it needs, what is met, and its act; a move that may not be made says why. */
export function TransitionsSection({ sheet }: { readonly sheet: Sheet }) {
  const [recorded, setRecorded] = useState<EvidenceKind | null>(null);
  const moves = sheet.transitions
    .filter((transition) => transition.to !== "SUSPENDED")
    .sort((a, b) => order(a) - order(b));
  const [first, ...others] = moves;
  // What holds of all of them is said once.
  const shared = isOfThePerson(first) && others.every(({ reasonCode }) => reasonCode === first.reasonCode);
  return (
    <>
      {moves.map((transition, index) => (
        <Move
          key={transition.to}
          sheet={sheet}
          transition={transition}
          says={!shared || index === 0}
          onRecord={setRecorded}
        />
      ))}
      {recorded === null ? null : (
        <RecordEvidenceDialog sheet={sheet} kind={recorded} onClose={() => setRecorded(null)} />
      )}
    </>
  );
}

/** No condition keeps the move back: this person may not make it. */
const isOfThePerson = (transition: Transition | undefined): transition is Transition =>
  transition !== undefined && !transition.allowed && transition.reasonCode !== GUARD_UNMET;

const order = (transition: Transition): number => {
  const index = LIFE_CYCLE.indexOf(transition.to);
  return index === -1 ? LIFE_CYCLE.length : index;
};

interface MoveProps {
  readonly sheet: Sheet;
  readonly transition: Transition;
  /** Writes why it may not be made; its button tells in any case. */
  readonly says: boolean;
  readonly onRecord: (kind: EvidenceKind) => void;
}

function Move({ sheet, transition, says, onRecord }: MoveProps) {
  const t = useTranslate();
  const act = useAct(TransitionUseCase, pick);
  const [open, setOpen] = useState(false);
  const met = transition.conditions.filter((condition) => condition.met).length;
  const state = t(`useCaseState.${transition.to}`);
  const specs: readonly FieldSpec<"reason" | "intoId">[] = transition.to === "MERGED" ? [INTO, ...REASON] : REASON;
  return (
    <Section
      title={t("registry.transition.title", { state })}
      aside={
        transition.conditions.length === 0
          ? undefined
          : t("registry.transition.met", { met, all: transition.conditions.length })
      }
    >
      <Conditions
        conditions={transition.conditions}
        remedy={(code) => <ConditionAct code={code} useCaseId={sheet.id} onRecord={onRecord} />}
      />
      {transition.allowed || !says ? null : (
        <p className="small ink2" style={{ paddingTop: 8 }}>
          {whyNot()}
        </p>
      )}
      <div style={{ paddingTop: 8 }}>
        <ExplainedButton
          size="small"
          variant={LIFE_CYCLE.includes(transition.to) ? "contained" : "outlined"}
          onClick={() => setOpen(true)}
          disabledReason={transition.allowed ? undefined : whyNot()}
        >
          {t("registry.transition.verb", { state })}
        </ExplainedButton>
      </div>
      {open ? (
        <FormDialog
          title={t("registry.transition.dialog", { name: sheet.name, state })}
          confirm={t("registry.transition.verb", { state })}
          words="registry.merge"
          specs={specs}
          act={act}
          variables={({ reason, intoId }) => ({
            input: {
              id: sheet.id,
              to: transition.to,
              reason: reason.trim(),
              version: sheet.version,
              intoId: transition.to === "MERGED" ? orNull(intoId) : null,
            },
          })}
          done={t("registry.transition.done", { state })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Section>
  );

  function whyNot(): string {
    const code = transition.reasonCode;
    if (code === GUARD_UNMET) {
      return t("registry.transition.unmet", { smart_count: transition.conditions.length - met });
    }
    return code === null ? "" : `${t(`code.${codeKey(code)}`, { _: transition.reason ?? code })}.`;
  }
}

const INTO: FieldSpec<"intoId"> = { name: "intoId", kind: "use-case", optional: true };

const pick = (data: TransitionUseCaseData) => data.transitionUseCase;
