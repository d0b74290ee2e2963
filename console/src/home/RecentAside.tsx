import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { GovernanceEvents } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { codeKey } from "../providers/refusal";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";

/** The last acts of the journal but sign-ins, for those who may read it. */
export function RecentAside() {
  const t = useTranslate();
  const format = useFormat();
  const mayRead = useAbility("read", "GovernanceEvent");
  const query = useOperation(GovernanceEvents, { first: 20 }, { enabled: mayRead });
  const events = (query.data?.governanceEvents.edges ?? [])
    .filter(({ node }) => !node.useCase.startsWith("tenancy.sign"))
    .slice(0, 4);
  if (!mayRead || events.length === 0) return null;
  return (
    <Section title={t("home.recent")} aside={<Link to="/journal">{t("action.seeAll")}</Link>}>
      <ul className="list-plain">
        {events.map(({ node }) => (
          <li key={node.id}>
            {t(`act.${codeKey(node.useCase)}`, { _: node.useCase })}
            {node.organisation === null ? null : `, ${node.organisation.acronym ?? node.organisation.name}`}
            <span className="small ink3" style={{ display: "block" }}>
              {format.dateTime(node.at)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
