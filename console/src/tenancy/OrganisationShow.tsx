import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router";
import { BudgetsSection } from "../allocation/BudgetsSection";
import { Organisations } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";
import { branchOf } from "../parts/bodies/tree-branch";
import { EmergencySection } from "./EmergencySection";
import { RolesSection } from "./RolesSection";
import type { OrganisationNode } from "../parts/bodies/tree-branch";

/** One organisation: what it is, and the budgets that bind it, from its own to the State's and those below. */
export function OrganisationShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const query = useOperation(Organisations, {});
  return (
    <QueryState query={query}>
      {({ organisations }) => {
        const organisation = organisations.find((one) => one.id === id);
        return organisation === undefined ? (
          <PageHead title={t("organisations.notFound")} lead={t("organisations.notFoundLead")} />
        ) : (
          <OrganisationPage organisation={organisation} all={organisations} />
        );
      }}
    </QueryState>
  );
}

interface Props {
  readonly organisation: OrganisationNode;
  readonly all: readonly OrganisationNode[];
}

function OrganisationPage({ organisation, all }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const { above, below } = branchOf(organisation, all);
  useCrumbs([{ label: t("menu.organisations"), to: "/organisations" }, { label: organisation.name }]);
  return (
    <>
      <PageHead
        title={organisation.name}
        lead={t("organisations.showLead", { smart_count: organisation.useCaseCount })}
        actions={
          <Button component={Link} variant="outlined" to={`/requests?organisation=${organisation.id}`}>
            {t("requests.seeAll")}
          </Button>
        }
      />
      <div className="stack">
        <BudgetsSection
          caption={t("budget.captionOf", { name: organisation.name })}
          nodeIds={[organisation, ...above, ...below].map((one) => one.id)}
          holders={[organisation, ...below].map(({ id, name }) => ({ id, name }))}
        />
        <RolesSection organisation={organisation} />
        <EmergencySection organisation={organisation} />
        <Section title={t("organisations.facts")}>
          <dl className="pairs left">
            <dt>{t("organisations.kind")}</dt>
            <dd>{t(`organisationKind.${organisation.kind}`)}</dd>
            <dt>{t("organisations.parent")}</dt>
            <dd>
              {above[0] === undefined ? NONE : <Link to={`/organisations/${above[0].id}/show`}>{above[0].name}</Link>}
            </dd>
            <dt>{t("organisations.acronym")}</dt>
            <dd>{organisation.acronym ?? NONE}</dd>
            <dt>SIREN</dt>
            <dd className="mono">{organisation.siren ?? NONE}</dd>
            <dt>{t("organisations.from")}</dt>
            <dd>{format.date(organisation.validFrom)}</dd>
          </dl>
        </Section>
      </div>
    </>
  );
}
