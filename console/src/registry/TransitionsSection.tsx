import { useState } from "react";
import { useLocaleState, useNotify, useTranslate } from "react-admin";
import { TransitionUseCase, type TransitionUseCaseData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { ExplainedButton } from "../parts/ExplainedButton";
import { Conditions } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { useAct } from "../providers/use-act";
import { ReasonField, reasonIsEnough } from "./ReasonField";
import type { Sheet } from "./sheet";
import { LIFE_CYCLE } from "./use-case-states";

type Transition = Sheet["transitions"][number];

/** For each possible move: what it needs, what is met, and its act; a move that may not be made says why. */
export function TransitionsSection({ sheet }: { readonly sheet: Sheet }) {
  const moves = sheet.transitions
    .filter((transition) => transition.to !== "SUSPENDED")
    .sort((a, b) => order(a) - order(b));
  return moves.map((transition) => <Move key={transition.to} sheet={sheet} transition={transition} />);
}

const order = (transition: Transition): number => {
  const index = LIFE_CYCLE.indexOf(transition.to);
  return index === -1 ? LIFE_CYCLE.length : index;
};

function Move({ sheet, transition }: { readonly sheet: Sheet; readonly transition: Transition }) {
  const t = useTranslate();
  const notify = useNotify();
  const [locale] = useLocaleState();
  const act = useAct(TransitionUseCase, pick);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const met = transition.conditions.filter((condition) => condition.met).length;
  const state = t(`useCaseState.${transition.to}`);
  const close = () => {
    setOpen(false);
    setReason("");
    setTried(false);
    act.clear();
  };
  const confirm = async () => {
    setTried(true);
    if (!reasonIsEnough(reason)) return;
    const done = await act.run({
      input: { id: sheet.id, to: transition.to, reason: reason.trim(), version: sheet.version },
    });
    if (done === null) return;
    close();
    notify(t("registry.transition.done", { state }), { type: "success" });
  };
  return (
    <Section
      title={t("registry.transition.title", { state })}
      aside={
        transition.conditions.length === 0
          ? undefined
          : t("registry.transition.met", { met, all: transition.conditions.length })
      }
    >
      <Conditions conditions={transition.conditions} />
      {transition.allowed ? null : (
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
      <ActDialog
        open={open}
        title={t("registry.transition.dialog", { name: sheet.name, state })}
        confirm={t("registry.transition.verb", { state })}
        act={act}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        <ReasonField
          id={`reason-${transition.to}`}
          value={reason}
          onChange={setReason}
          error={tried && !reasonIsEnough(reason) ? t("form.reasonTooShort") : undefined}
        />
      </ActDialog>
    </Section>
  );

  function whyNot(): string {
    const unmet = transition.conditions.length - met;
    if (transition.reason !== null) return locale === "en" ? transition.reason : t("registry.transition.notYou");
    return unmet > 0 ? t("registry.transition.unmet", { smart_count: unmet }) : t("registry.transition.notYou");
  }
}

const pick = (data: TransitionUseCaseData) => data.transitionUseCase;
