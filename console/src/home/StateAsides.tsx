import { useTranslate } from "react-admin";
import { Findings, HomeState } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";
import { ItemsAside } from "./ItemsAside";

const SHOWN = 4;

/** What whoever runs the State's capacity follows: rounds under way, campaigns, and what is not as declared. */
export function StateAsides() {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(HomeState, {});
  const campaigns = query.data?.campaigns.edges.map(({ node }) => node) ?? [];
  const campaign = campaigns[0];
  const findings = useOperation(Findings, { campaignId: campaign?.id ?? "" }, { enabled: campaign !== undefined });
  const open = (findings.data?.capacityFindings ?? []).filter(({ closedAt }) => closedAt === null);
  return (
    <QueryState query={query}>
      {({ allocationRounds }) => (
        <>
          <ItemsAside
            title={t("home.rounds")}
            all="/rounds"
            none={t("home.noRound")}
            items={allocationRounds.edges.map(({ node }) => ({
              id: node.id,
              to: `/rounds/${node.id}/show`,
              title: node.title,
              detail: `${t(`roundState.${node.state}`)}, ${t("home.effect", { date: format.date(node.effectFrom) })}`,
            }))}
          />
          <ItemsAside
            title={t("menu.campaigns")}
            all="/campaigns"
            none={t("home.noCampaign")}
            items={campaigns.map((one) => ({
              id: one.id,
              to: `/campaigns/${one.id}/show`,
              title: one.name,
              detail: `${t(`campaignState.${one.state}`)}, ${t("home.closes", { date: format.date(one.closesAt) })}`,
            }))}
          />
          {campaign === undefined ? null : (
            <ItemsAside
              title={t("home.findings")}
              all={`/campaigns/${campaign.id}/show?view=findings`}
              none={t("home.noFinding")}
              items={open.slice(0, SHOWN).map((finding) => ({
                id: finding.id,
                to: `/campaigns/${campaign.id}/show?view=findings`,
                title: finding.pool,
                detail: t("home.finding", {
                  declared: format.integer(finding.declared),
                  observed: format.integer(finding.observed),
                }),
              }))}
            />
          )}
        </>
      )}
    </QueryState>
  );
}
