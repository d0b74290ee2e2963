import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { DecideRound, type DecideRoundData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { usePerson } from "../providers/use-person";
import { ReasonField } from "../parts/form/ReasonField";
import { roundReasonIsEnough } from "./round-reason";
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
  const notify = useNotify();
  const act = useAct(DecideRound, pick);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { id: roundId, version: expectedVersion } = sheet.round;
  const verb = approve ? "approve" : "reject";
  const confirm = async () => {
    setTried(true);
    if (!roundReasonIsEnough(reason)) return;
    if ((await act.run({ input: { roundId, expectedVersion, approve, reason: reason.trim() } })) === null) return;
    onClose();
    notify(t("rounds.voted"), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t(`rounds.${verb}`)}
      confirm={t(`rounds.${verb}`)}
      danger={!approve}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <ul className="consequences">
        <li>{t("rounds.proposedBy", { by: sheet.round.proposedBy ?? "" })}</li>
        <li>{t(`rounds.${verb}Consequence`)}</li>
      </ul>
      <ReasonField
        id="vote-reason"
        value={reason}
        onChange={setReason}
        error={tried && !roundReasonIsEnough(reason) ? t("rounds.reasonTooShort") : undefined}
      />
    </ActDialog>
  );
}

const pick = (data: DecideRoundData) => data.decideRound;
