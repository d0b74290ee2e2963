import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { PolicyProposals, type ProposalRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { MoreButton } from "../parts/Pager";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { Table } from "../parts/Table";
import { Tag, type TagState } from "../parts/Tag";
import { useClient } from "../providers/client-context";
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
  const client = useClient();
  const [opened, setOpened] = useState<ProposalRow | null>(null);
  const query = useInfiniteQuery({
    queryKey: [PolicyProposals.name],
    queryFn: ({ pageParam, signal }) => client.run(PolicyProposals, { first: 10, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ policyProposals: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const rows = query.data?.pages.flatMap((page) => page.policyProposals.edges.map(({ node }) => node)) ?? [];
  return (
    <Section title={t("policies.proposals")} bare={rows.length > 0}>
      <QueryState query={query}>
        {() =>
          rows.length === 0 ? (
            <p className="ink2">{t("policies.noProposal")}</p>
          ) : (
            <>
              <Table
                caption={t("policies.proposalsCaption")}
                rows={rows}
                rowKey={({ id }) => id}
                compact
                ruled
                columns={[
                  {
                    id: "motive",
                    header: t("policies.motive"),
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
              <MoreButton
                shown={rows.length}
                loading={query.isFetchingNextPage}
                onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
              />
            </>
          )
        }
      </QueryState>
      {opened === null ? null : <ProposalDialog proposal={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}
