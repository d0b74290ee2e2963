import { useTranslate } from "react-admin";
import {
  AskEmergencyAccess,
  type AskEmergencyAccessData,
  ConfirmEmergencyAccess,
  type ConfirmEmergencyAccessData,
  RefuseEmergencyAccess,
  type RefuseEmergencyAccessData,
  ReturnEmergencyAccess,
  type ReturnEmergencyAccessData,
  ReviewEmergencyAccess,
  type ReviewEmergencyAccessData,
  RevokeEmergencyAccess,
  type RevokeEmergencyAccessData,
  type Role,
} from "../generated/operations";
import { type FieldSpec, figureOf } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { reasonOf } from "../parts/form/reason-spec";
import { useAct } from "../providers/use-act";

/** Roles under which something is done that others may have to do in an emergency. */
const LENT: readonly Role[] = [
  "DECLARANT",
  "VALIDATOR",
  "ARIANE_OPERATOR",
  "AI_CELL",
  "DSP",
  "DGAFP",
  "COMPLIANCE",
  "AUDITOR",
];
const WHY: FieldSpec<"reason"> = { ...reasonOf(3), max: 500 };

interface AskProps {
  readonly organisationId: string;
  readonly onClose: () => void;
}

/** Somebody asks for a role that is not theirs, for hours. */
export function AskEmergencyDialog({ organisationId, onClose }: AskProps) {
  const t = useTranslate();
  const act = useAct(AskEmergencyAccess, pickAsked);
  const specs: readonly FieldSpec<"role" | "hours" | "reason">[] = [
    { name: "role", kind: "choice", choices: LENT.map((role) => [role, t(`role.${role}`)]) },
    { name: "hours", kind: "whole", min: 1, max: 24 },
    WHY,
  ];
  return (
    <FormDialog
      title={t("emergency.ask.title")}
      confirm={t("emergency.ask.verb")}
      words="emergency.ask"
      specs={specs}
      act={act}
      variables={({ role, hours, reason }) => ({
        input: { organisationId, role: role as Role, hours: figureOf(hours), reason: reason.trim() },
      })}
      done={t("emergency.ask.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("emergency.ask.lead")}</p>
    </FormDialog>
  );
}

export type EmergencyVerb = "confirm" | "refuse" | "return" | "revoke" | "review";

interface VerbProps {
  readonly id: string;
  readonly what: string;
  readonly verb: EmergencyVerb;
  readonly onClose: () => void;
}

/** Lends, refuses, gives back, ends or reviews, with a reason that the journal keeps. */
export function EmergencyVerbDialog({ id, what, verb, onClose }: VerbProps) {
  const t = useTranslate();
  const acts = {
    confirm: useAct(ConfirmEmergencyAccess, pickConfirmed),
    refuse: useAct(RefuseEmergencyAccess, pickRefused),
    return: useAct(ReturnEmergencyAccess, pickReturned),
    revoke: useAct(RevokeEmergencyAccess, pickRevoked),
    review: useAct(ReviewEmergencyAccess, pickReviewed),
  };
  return (
    <FormDialog
      title={t(`emergency.${verb}.title`, { what })}
      confirm={t(`emergency.${verb}.verb`)}
      words="emergency"
      specs={[WHY]}
      act={acts[verb]}
      variables={({ reason }) => ({ input: { id, reason: reason.trim() } })}
      done={t(`emergency.${verb}.done`)}
      onClose={onClose}
    />
  );
}

const pickAsked = (data: AskEmergencyAccessData) => data.askEmergencyAccess;
const pickConfirmed = (data: ConfirmEmergencyAccessData) => data.confirmEmergencyAccess;
const pickRefused = (data: RefuseEmergencyAccessData) => data.refuseEmergencyAccess;
const pickReturned = (data: ReturnEmergencyAccessData) => data.returnEmergencyAccess;
const pickRevoked = (data: RevokeEmergencyAccessData) => data.revokeEmergencyAccess;
const pickReviewed = (data: ReviewEmergencyAccessData) => data.reviewEmergencyAccess;
