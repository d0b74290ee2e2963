import { Button } from "@mui/material";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { GiveRoundOpinion, type GiveRoundOpinionData, type OpinionVerdict } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { Field } from "../../parts/Field";
import { ChoiceField } from "../../parts/FormFields";
import { useAct } from "../../providers/use-act";
import { reasonIsEnough } from "../../parts/form/ReasonField";
import type { RoundSheet } from "../round-states";
import { useRoundAct } from "./use-round-act";

const VERDICTS: readonly OpinionVerdict[] = ["FAVOURABLE", "RESERVED", "UNFAVOURABLE"];

/** A reviewer's opinion of the whole round, while opinions are taken. */
export function OpinionButton({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useTranslate();
  const [giving, setGiving] = useState(false);
  if (!useRoundAct(sheet, "opine")) return null;
  return (
    <>
      <Button size="small" variant="contained" onClick={() => setGiving(true)}>
        {t("rounds.opinion.title")}
      </Button>
      {giving ? <OpinionDialog sheet={sheet} onClose={() => setGiving(false)} /> : null}
    </>
  );
}

function OpinionDialog({ sheet, onClose }: { readonly sheet: RoundSheet; readonly onClose: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(GiveRoundOpinion, pick);
  const [verdict, setVerdict] = useState<OpinionVerdict>("FAVOURABLE");
  const [told, setTold] = useState("");
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (!reasonIsEnough(told)) return;
    if ((await act.run({ input: { roundId: sheet.round.id, verdict, told: told.trim() } })) === null) return;
    onClose();
    notify(t("rounds.opinion.done"), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("rounds.opinion.title")}
      confirm={t("rounds.opinion.title")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t("rounds.opinion.lead")}</p>
      <ChoiceField
        frame={{ id: "opinion-verdict", label: t("rounds.verdict") }}
        value={verdict}
        options={VERDICTS.map((one) => [one, t(`opinionVerdict.${one}`)])}
        onChange={(value) => setVerdict(VERDICTS.find((one) => one === value) ?? verdict)}
      />
      <Field
        id="opinion-told"
        label={t("rounds.told")}
        error={tried && !reasonIsEnough(told) ? t("form.reasonTooShort") : undefined}
      >
        {(attributes) => (
          <textarea {...attributes} rows={4} value={told} onChange={(event) => setTold(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  );
}

const pick = (data: GiveRoundOpinionData) => data.giveRoundOpinion;
