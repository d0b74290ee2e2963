import { Button } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { GiveRoundOpinion, type GiveRoundOpinionData, type OpinionVerdict } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
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
  const act = useAct(GiveRoundOpinion, pick);
  return (
    <FormDialog
      title={t("rounds.opinion.title")}
      confirm={t("rounds.opinion.title")}
      words="rounds"
      specs={[
        { name: "verdict", kind: "choice", choices: VERDICTS.map((one) => [one, t(`opinionVerdict.${one}`)] as const) },
        { name: "told", kind: "text", min: 3 },
      ]}
      initial={{ verdict: "FAVOURABLE" }}
      act={act}
      variables={({ verdict, told }) => ({
        input: { roundId: sheet.round.id, verdict: verdict as OpinionVerdict, told: told.trim() },
      })}
      done={t("rounds.opinion.done")}
      onClose={onClose}
    >
      <p>{t("rounds.opinion.lead")}</p>
    </FormDialog>
  );
}

const pick = (data: GiveRoundOpinionData) => data.giveRoundOpinion;
