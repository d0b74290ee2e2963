import { Button } from "@mui/material";
import { useEffect } from "react";
import { useTranslate } from "react-admin";
import { CancelRoundJob, type CancelRoundJobData, SolveRound, type SolveRoundData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "../parts/ExplainedButton";
import { Meter } from "../parts/Meter";
import { RefusalNote } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { codeKey } from "../providers/refusal";
import { useAct } from "../providers/use-act";
import { usePerson } from "../providers/use-person";
import type { RoundSheet } from "./round-states";

interface Props {
  readonly sheet: RoundSheet;
  /** Told whether something is being computed, so that the page asks again soon. */
  readonly onWorking: (working: boolean) => void;
}

/** The computation of the round: start it, follow it, stop it, and what it proved. */
export function JobSection({ sheet, onWorking }: Props) {
  const t = useTranslate();
  const solve = useAct(SolveRound, pickSolve);
  const cancel = useAct(CancelRoundJob, pickCancel);
  const abilities = usePerson()?.abilities ?? [];
  const right = sheet.round.acts.find(({ act }) => act === "solve");
  const running = sheet.roundJobs.find((job) => job.state === "RUNNING");
  const isRunning = running !== undefined;
  useEffect(() => onWorking(isRunning), [isRunning, onWorking]);
  if (right === undefined && sheet.round.solution === null) return null;
  return (
    <Section
      title={t("rounds.solution")}
      aside={
        right === undefined ? undefined : running === undefined ? (
          <ExplainedButton
            size="small"
            variant="contained"
            onClick={() => void solve.run({ roundId: sheet.round.id })}
            disabledReason={abilities.includes(right.ability) ? undefined : t("rounds.notYou")}
          >
            {t("rounds.solve")}
          </ExplainedButton>
        ) : (
          <Button size="small" variant="outlined" onClick={() => void cancel.run({ jobId: running.id })}>
            {t("action.cancel")}
          </Button>
        )
      }
    >
      <RefusalNote refusal={solve.refusal ?? cancel.refusal} failure={solve.failure ?? cancel.failure} />
      {running === undefined ? (
        <SolutionText sheet={sheet} />
      ) : (
        <p role="status">
          {t("rounds.solving", { percent: Math.round(running.progress * 100) })}{" "}
          <Meter label={t("rounds.progress")} share={running.progress} />
        </p>
      )}
    </Section>
  );
}

function SolutionText({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const { solution } = sheet.round;
  const last = sheet.roundJobs[0];
  const answer = sheet.roundJobs.find((job) => job.kind === "SOLVE" && job.answer !== null)?.answer ?? null;
  return (
    <>
      {last?.state === "FAILED" ? (
        <p className="note error">{t("rounds.failed", { reason: failureWords(last.failure ?? "", t) })}</p>
      ) : null}
      {solution === null ? (
        <p className="ink2">{t("rounds.unsolved")}</p>
      ) : (
        <p>
          {t(`rounds.method.${solution.method}`)}{" "}
          {solution.gapPct === null
            ? null
            : t(solution.gapPct === 0 ? "rounds.proven" : "rounds.gap", {
                gap: format.decimal(solution.gapPct, 2),
              })}{" "}
          {answer === null
            ? null
            : t("rounds.against", {
                weighted: format.percent(answer.satisfaction?.weighted ?? 0),
                greedy: format.percent(answer.greedy?.weighted ?? 0),
                seconds: format.decimal(answer.seconds),
              })}{" "}
          <span className="mono small ink2">{solution.inputsDigest.slice(0, 16)}</span>
        </p>
      )}
    </>
  );
}

const pickSolve = (data: SolveRoundData) => data.solveRound;
const pickCancel = (data: CancelRoundJobData) => data.cancelRoundJob;

/** Why a computation ended without an answer, in words. */
const failureWords = (code: string, t: ReturnType<typeof useTranslate>): string =>
  t(`code.${codeKey(code)}`, { _: code });
