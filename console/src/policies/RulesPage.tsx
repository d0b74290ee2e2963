import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { ActiveBundle } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { ExplainedButton } from "../parts/ExplainedButton";
import { PageHead } from "../parts/PageHead";
import { QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";
import { usePerson } from "../providers/use-person";
import { ProposalsSection } from "./ProposalsSection";
import { ProposeDialog } from "./ProposeDialog";
import { RulesInForce } from "./RulesInForce";

/** Which rules are in force, what is proposed instead, and who decides. */
export function RulesPage() {
  const t = useTranslate();
  const [proposing, setProposing] = useState(false);
  const query = useOperation(ActiveBundle, {});
  const mayPropose = usePerson()?.abilities.includes("declare:PolicyBundle") === true;
  useCrumbs([{ label: t("menu.policies") }]);
  return (
    <>
      <PageHead
        title={t("menu.policies")}
        lead={t("policies.lead")}
        actions={
          <>
            <Link className="link" to="/simulations/create">
              {t("policies.simulate")}
            </Link>
            <ExplainedButton
              variant="contained"
              disabledReason={mayPropose ? undefined : t("policies.notAuthor")}
              onClick={() => setProposing(true)}
            >
              {t("policies.propose")}
            </ExplainedButton>
          </>
        }
      />
      <QueryState query={query}>
        {({ activePolicyBundle: { digest } }) => (
          <>
            <ProposalsSection />
            <RulesInForce digest={digest} />
            {proposing ? <ProposeDialog active={digest} onClose={() => setProposing(false)} /> : null}
          </>
        )}
      </QueryState>
    </>
  );
}
