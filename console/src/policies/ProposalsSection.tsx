import { useState } from "react";
import { useTranslate } from "react-admin";
import { PolicyProposals, type ProposalRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Section } from "../parts/Section";
import { Tag, type TagState } from "../parts/Tag";
import { ProposalDialog } from "./ProposalDialog";

const TAGS: Readonly<Record<ProposalRow["state"], TagState>> = {
  PROPOSED: "waiting",
  ACTIVATED: "active",
  REJECTED: "refused",
  WITHDRAWN: "plain",
};

/** Bundles that somebody wants in force, newest first; each opens with what it changes. */
export function ProposalsSection() {
  const t = useTranslate();
  const format = useFormat();
  const [opened, setOpened] = useState<ProposalRow | null>(null);
  const list = useList({
    operation: PolicyProposals,
    variables: ({ first, after }) => ({ first, after }),
    pick: (data) => data.policyProposals,
    page: 10,
    name: "proposals",
  });
  return (
    <Section title={t("policies.proposals")} bare={list.rows.length > 0}>
      <ListView
        list={list}
        caption={t("policies.proposalsCaption")}
        rowKey={({ id }) => id}
        compact
        empty={<p className="ink2">{t("policies.noProposal")}</p>}
        columns={[
          {
            id: "motive",
            header: t("policies.proposal.field.motive"),
            cell: (row) => (
              <button type="button" className="link" onClick={() => setOpened(row)}>
                {row.motive}
              </button>
            ),
          },
          {
            id: "state",
            header: t("policies.state"),
            cell: ({ state }) => <Tag state={TAGS[state]}>{t(`policies.states.${state}`)}</Tag>,
          },
          {
            id: "digest",
            header: t("policies.digest"),
            cell: ({ digest }) => <span className="mono small">{digest.slice(0, 12)}</span>,
          },
          { id: "at", header: t("policies.proposedAt"), cell: ({ proposedAt }) => format.dateTime(proposedAt) },
          { id: "by", header: t("policies.proposedBy"), cell: ({ proposedBy }) => proposedBy },
        ]}
      />
      {opened === null ? null : <ProposalDialog proposal={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}
