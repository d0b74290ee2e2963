import { useState } from "react";
import { useTranslate } from "react-admin";
import { DecideRound, type DecideRoundData } from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { usePerson } from "../providers/use-person";
import { FormDialog } from "../parts/form/FormDialog";
import { ROUND_REASON } from "./round-reason";
import type { RoundSheet } from "./round-states";

/** The vote: for or against what somebody else proposed. */
export function DecideButtons({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useTranslate();
  const [approve, setApprove] = useState<boolean | null>(null);
  const abilities = usePerson()?.abilities ?? [];
  const right = sheet.round.acts.find(({ act }) => act === "decide");
  if (right === undefined || sheet.round.proposedAt === null) return null;
  const disabledReason = abilities.includes(right.ability) ? undefined : t("rounds.notYou");
  return (
    <>
      <ExplainedButton className="danger" onClick={() => setApprove(false)} disabledReason={disabledReason}>
        {t("rounds.reject")}
      </ExplainedButton>
      <ExplainedButton variant="contained" onClick={() => setApprove(true)} disabledReason={disabledReason}>
        {t("rounds.approve")}
      </ExplainedButton>
      {approve === null ? null : <VoteDialog sheet={sheet} approve={approve} onClose={() => setApprove(null)} />}
    </>
  );
}

interface DialogProps {
  readonly sheet: RoundSheet;
  readonly approve: boolean;
  readonly onClose: () => void;
}

function VoteDialog({ sheet, approve, onClose }: DialogProps) {
  const t = useTranslate();
  const act = useAct(DecideRound, pick);
  const { id: roundId, version: expectedVersion } = sheet.round;
  const verb = approve ? "approve" : "reject";
  return (
    <FormDialog
      title={t(`rounds.${verb}`)}
      confirm={t(`rounds.${verb}`)}
      danger={!approve}
      words="rounds"
      specs={ROUND_REASON}
      act={act}
      variables={({ reason }) => ({ input: { roundId, expectedVersion, approve, reason: reason.trim() } })}
      done={t("rounds.voted")}
      onClose={onClose}
    >
      <ul className="consequences">
        <li>{t("rounds.proposedBy", { by: sheet.round.proposedBy ?? "" })}</li>
        <li>{t(`rounds.${verb}Consequence`)}</li>
      </ul>
    </FormDialog>
  );
}

const pick = (data: DecideRoundData) => data.decideRound;
