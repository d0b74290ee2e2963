import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { AmendRoundGrant, type AmendRoundGrantData } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { ChoiceField, TextField } from "../../parts/FormFields";
import { useAct } from "../../providers/use-act";
import { ReasonField } from "../../parts/form/ReasonField";
import { roundReasonIsEnough } from "../round-reason";
import { askedIn, grantedIn, type RoundLineRow, type RoundSheet } from "../round-states";

interface Props {
  readonly sheet: RoundSheet;
  readonly line: RoundLineRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** GPUs by id of their pool, as typed. */
type Typed = Readonly<Record<string, string>>;

const placedIn = (line: RoundLineRow, quarter: string): Typed =>
  Object.fromEntries(
    line.placements.filter((one) => one.quarter === quarter).map(({ poolId, gpus }) => [poolId, String(gpus)]),
  );

const isCount = (typed: string): boolean => typed.trim() === "" || /^\d{1,6}$/u.test(typed.trim());

/** Changes by hand what a line is granted in a quarter, with a reason; every constraint is checked again. */
export function AmendDialog({ sheet, line, onDone, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(AmendRoundGrant, pick);
  const [quarter, setQuarter] = useState(sheet.round.quarters[0] ?? "");
  const [typed, setTyped] = useState(() => placedIn(line, quarter));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const names = new Map(sheet.pools.map((pool) => [pool.id, pool.name]));
  const right = Object.values(typed).every(isCount) && roundReasonIsEnough(reason);
  const confirm = async () => {
    setTried(true);
    if (!right) return;
    const placements = Object.entries(typed)
      .map(([poolId, count]) => ({ poolId, gpus: Number(count.trim() || "0") }))
      .filter(({ gpus }) => gpus > 0);
    const input = { lineId: line.id, expectedVersion: line.version, quarter, placements, reason: reason.trim() };
    if ((await act.run({ input })) === null) return;
    onDone();
    onClose();
    notify(t("rounds.amend.done"), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("rounds.amend.of", { name: line.title })}
      confirm={t("rounds.amend.title")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t("rounds.amend.lead")}</p>
      <ChoiceField
        frame={{
          id: "amend-quarter",
          label: t("rounds.quarter"),
          hint: t("rounds.amend.now", { granted: grantedIn(line, quarter), asked: askedIn(line, quarter) }),
        }}
        value={quarter}
        options={sheet.round.quarters.map((one) => [one, one])}
        onChange={(one) => {
          setQuarter(one);
          setTyped(placedIn(line, one));
        }}
      />
      {sheet.round.pools.map(({ poolId }) => (
        <TextField
          key={poolId}
          frame={{
            id: `amend-${poolId}`,
            label: names.get(poolId) ?? poolId,
            error: tried && !isCount(typed[poolId] ?? "") ? t("rounds.amend.wrong") : undefined,
          }}
          value={typed[poolId] ?? ""}
          unit="GPU"
          onChange={(value) => setTyped({ ...typed, [poolId]: value })}
        />
      ))}
      <ReasonField
        id="amend-reason"
        value={reason}
        onChange={setReason}
        error={tried && !roundReasonIsEnough(reason) ? t("rounds.reasonTooShort") : undefined}
      />
    </ActDialog>
  );
}

const pick = (data: AmendRoundGrantData) => data.amendRoundGrant;
