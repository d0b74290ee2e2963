import { useState } from "react";
import { useTranslate } from "react-admin";
import { Roles, type RolesData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "../parts/ExplainedButton";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { COUNTERSIGNED, ProposeRoleDialog, ProposeRoleEndDialog } from "./ProposeRoleDialogs";
import { RoleChange } from "./RoleChange";

type Membership = RolesData["memberships"][number];

interface Props {
  readonly organisation: { readonly id: string; readonly name: string };
}

/** Who holds a role in an organisation today, and which roles wait for the compliance cell. */
export function RolesSection({ organisation }: Props) {
  const t = useTranslate();
  const reads = useAbility("read", "Membership");
  const proposes = useAbility("manage", "Membership");
  const [proposing, setProposing] = useState(false);
  const [ending, setEnding] = useState<Membership | null>(null);
  const query = useOperation(Roles, { organisationId: organisation.id }, { enabled: reads });
  const columns = useColumns(proposes ? setEnding : undefined);
  if (!reads) return null;
  return (
    <Section title={t("roles.title")}>
      <QueryState query={query}>
        {({ memberships, membershipChanges }) => (
          <>
            {memberships.length === 0 ? (
              <Empty title={t("roles.none")} />
            ) : (
              <Table caption={t("roles.caption")} columns={columns} rows={memberships} rowKey={({ id }) => id} />
            )}
            <Waiting changes={membershipChanges.filter(({ state }) => state === "PROPOSED")} />
            <div className="row" style={{ paddingTop: 8 }}>
              <ExplainedButton
                size="small"
                onClick={() => setProposing(true)}
                disabledReason={proposes ? undefined : t("roles.notYou")}
              >
                {t("roles.propose.verb")}
              </ExplainedButton>
            </div>
          </>
        )}
      </QueryState>
      {proposing ? <ProposeRoleDialog organisationId={organisation.id} onClose={() => setProposing(false)} /> : null}
      {ending === null ? null : <ProposeRoleEndDialog membership={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function Waiting({ changes }: { readonly changes: RolesData["membershipChanges"] }) {
  const t = useTranslate();
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{t("roles.waiting")}</h3>
      {changes.map((change) => (
        <RoleChange key={change.id} change={change} />
      ))}
    </>
  );
}

function useColumns(onEnd: ((membership: Membership) => void) | undefined): readonly Column<Membership>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    { id: "holder", header: t("roles.holder"), cell: ({ holder }) => holder },
    { id: "role", header: t("roles.role"), cell: ({ role }) => t(`role.${role}`) },
    { id: "since", header: t("roles.since"), cell: ({ validFrom }) => format.date(validFrom) },
    {
      id: "until",
      header: t("roles.until"),
      cell: ({ validTo }) => (validTo === null ? NONE : format.date(validTo)),
    },
    {
      id: "acts",
      header: <span className="sr-only">{t("table.acts")}</span>,
      numeric: true,
      cell: (membership) =>
        onEnd !== undefined && COUNTERSIGNED.some((each) => each === membership.role) ? (
          <button type="button" className="link" onClick={() => onEnd(membership)}>
            {t("roles.proposeEnd.verb")}
            <span className="sr-only"> ({membership.holder})</span>
          </button>
        ) : null,
    },
  ];
}
