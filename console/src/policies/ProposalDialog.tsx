import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { Facts, RecordDialog } from "../parts/RecordDialog";
import { BundleDifferences, type ProposalRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";
import { usePerson } from "../providers/use-person";
import { DecideDialog, type ProposalAct } from "./DecideDialog";
import { RuleDifferences } from "./RuleDifferences";

interface Props {
  readonly proposal: ProposalRow;
  readonly onClose: () => void;
}

/** One proposal, what it changes, and what this person may decide about it. */
export function ProposalDialog({ proposal, onClose }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const [act, setAct] = useState<ProposalAct | null>(null);
  const query = useOperation(BundleDifferences, { from: proposal.baseDigest, to: proposal.digest });
  const mayDecide = usePerson()?.abilities.includes("validate:PolicyBundle") === true;
  const whyNot = proposal.own ? t("policies.own") : mayDecide ? undefined : t("policies.notSigner");
  const ofTheCell = usePerson()?.memberships.some(({ role }) => role === "COMPLIANCE") === true;
  const notSigned = proposal.complianceSigned || ofTheCell ? undefined : t("policies.complianceSigns");
  const open = proposal.state === "PROPOSED";
  const acts = [
    { id: "approve" as const, whyNot: whyNot ?? notSigned },
    { id: "reject" as const, danger: true, whyNot },
    { id: "withdraw" as const, whyNot: proposal.own ? undefined : t("policies.notOwn") },
  ];
  if (act !== null) return <DecideDialog proposal={proposal} act={act} onClose={onClose} />;
  return (
    <RecordDialog title={proposal.motive} words="policies" acts={open ? acts : []} onAct={setAct} onClose={onClose}>
      <Facts
        facts={[
          [t("policies.state"), t(`policies.states.${proposal.state}`)],
          [t("policies.proposedBy"), `${proposal.proposedBy}, ${format.dateTime(proposal.proposedAt)}`],
          [t("policies.decidedBy"), proposal.decidedBy ?? ""],
          [t("policies.decision"), proposal.decisionReason ?? ""],
          [t("policies.digest"), proposal.digest],
          [t("policies.base"), proposal.baseDigest],
        ]}
      />
      {open ? (
        <p className="note">
          {t("policies.looked")}{" "}
          <Link to={`/simulations/create?candidate=${proposal.digest}`}>{t("policies.simulateIt")}</Link>
        </p>
      ) : null}
      <h3>{t("policies.differences")}</h3>
      <QueryState query={query}>
        {({ policyDifferences }) => <RuleDifferences differences={policyDifferences} />}
      </QueryState>
    </RecordDialog>
  );
}
