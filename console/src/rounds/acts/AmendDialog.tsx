import { useTranslate } from "react-admin";
import { AmendRoundGrant, type AmendRoundGrantData } from "../../generated/operations";
import { type FieldSpec, figureOrNull, type FormValues } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { ROUND_REASON } from "../round-reason";
import { askedIn, grantedIn, type RoundLineRow, type RoundSheet } from "../round-states";

interface Props {
  readonly sheet: RoundSheet;
  readonly line: RoundLineRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const MOST_GPUS = 999_999;

/** Changes by hand what a line is granted in a quarter, with a reason; every constraint is checked again. */
export function AmendDialog({ sheet, line, onDone, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(AmendRoundGrant, pick);
  const { quarters, pools } = sheet.round;
  const names = new Map(sheet.pools.map((pool) => [pool.id, pool.name]));
  /** GPUs by id of their pool; none where nothing is placed. */
  const placedIn = (quarter: string): FormValues => {
    const placed = new Map(
      line.placements.filter((one) => one.quarter === quarter).map(({ poolId, gpus }) => [poolId, String(gpus)]),
    );
    return Object.fromEntries(pools.map(({ poolId }) => [poolId, placed.get(poolId) ?? ""]));
  };
  const specs = ({ quarter = "" }: FormValues): readonly FieldSpec[] => [
    {
      ...{ name: "quarter", kind: "choice", label: t("rounds.quarter"), choices: quarters.map((one) => [one, one]) },
      hint: t("rounds.amend.now", { granted: grantedIn(line, quarter), asked: askedIn(line, quarter) }),
    },
    ...pools.map(({ poolId }): FieldSpec => ({
      ...{ name: poolId, kind: "whole", optional: true, min: 0, max: MOST_GPUS, unit: "GPU" },
      label: names.get(poolId) ?? poolId,
    })),
    ...ROUND_REASON,
  ];
  const first = quarters[0] ?? "";
  return (
    <FormDialog
      title={t("rounds.amend.of", { name: line.title })}
      confirm={t("rounds.amend.title")}
      words="rounds.amend"
      specs={specs}
      initial={{ quarter: first, ...placedIn(first) }}
      follows={(name, value) => (name === "quarter" ? placedIn(value) : {})}
      act={act}
      variables={({ quarter = "", reason = "", ...typed }: FormValues) => {
        const placements = pools
          .map(({ poolId }) => ({ poolId, gpus: figureOrNull(typed[poolId] ?? "") ?? 0 }))
          .filter(({ gpus }) => gpus > 0);
        return {
          input: { lineId: line.id, expectedVersion: line.version, quarter, placements, reason: reason.trim() },
        };
      }}
      done={t("rounds.amend.done")}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{t("rounds.amend.lead")}</p>
    </FormDialog>
  );
}

const pick = (data: AmendRoundGrantData) => data.amendRoundGrant;
