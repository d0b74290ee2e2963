import { useTranslate } from "react-admin";
import {
  type CountersignedRole,
  ProposeMembership,
  type ProposeMembershipData,
  ProposeMembershipEnd,
  type ProposeMembershipEndData,
  type RolesData,
} from "../generated/operations";
import type { FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON, reasonOf } from "../parts/form/reason-spec";
import { useAct } from "../providers/use-act";

/** Roles that ARIANE and the compliance cell give and end together. */
export const COUNTERSIGNED: readonly CountersignedRole[] = ["COMPLIANCE", "AUDITOR"];

interface ProposeProps {
  readonly organisationId: string;
  readonly onClose: () => void;
}

/** ARIANE proposes somebody for the compliance cell, or as an auditor. */
export function ProposeRoleDialog({ organisationId, onClose }: ProposeProps) {
  const t = useTranslate();
  const act = useAct(ProposeMembership, pickProposed);
  const specs: readonly FieldSpec<"name" | "email" | "role" | "endsOn" | "reason">[] = [
    { name: "name", kind: "line", max: 200 },
    { name: "email", kind: "email", max: 200 },
    { name: "role", kind: "choice", choices: COUNTERSIGNED.map((role) => [role, t(`role.${role}`)]) },
    { name: "endsOn", kind: "day", optional: true },
    { ...reasonOf(3), max: 500 },
  ];
  return (
    <FormDialog
      title={t("roles.propose.title")}
      confirm={t("roles.propose.verb")}
      words="roles.propose"
      specs={specs}
      act={act}
      variables={({ name, email, role, endsOn, reason }) => ({
        input: {
          organisationId,
          name: name.trim(),
          email: email.trim(),
          reason: reason.trim(),
          role: role as CountersignedRole,
          validFrom: new Date().toISOString(),
          validTo: endsOn === "" ? null : new Date(`${endsOn}T23:59:59`).toISOString(),
        },
      })}
      done={t("roles.propose.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("roles.propose.lead")}</p>
    </FormDialog>
  );
}

interface EndProps {
  readonly membership: RolesData["memberships"][number];
  readonly onClose: () => void;
}

/** ARIANE proposes that somebody holds such a role no more. */
export function ProposeRoleEndDialog({ membership: { id, holder, role }, onClose }: EndProps) {
  const t = useTranslate();
  const act = useAct(ProposeMembershipEnd, pickEnd);
  return (
    <FormDialog
      title={t("roles.proposeEnd.title", { holder, role: t(`role.${role}`) })}
      confirm={t("roles.proposeEnd.verb")}
      words="roles.proposeEnd"
      specs={REASON}
      act={act}
      variables={({ reason }) => ({ input: { id, reason: reason.trim() } })}
      done={t("roles.proposeEnd.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("roles.proposeEnd.lead")}</p>
    </FormDialog>
  );
}

const pickProposed = (data: ProposeMembershipData) => data.proposeMembership;
const pickEnd = (data: ProposeMembershipEndData) => data.proposeMembershipEnd;
