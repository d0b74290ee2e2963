import { useState } from "react";
import { useTranslate } from "react-admin";
import { EmergencyAccesses, type EmergencyAccessesData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "../parts/ExplainedButton";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { AskEmergencyDialog, type EmergencyVerb, EmergencyVerbDialog } from "./EmergencyDialogs";

export type Access = EmergencyAccessesData["emergencyAccesses"][number];

/** Roles that were asked for or lent here in an emergency, and what whoever looks may do about each. */
export function EmergencySection({ organisation }: { readonly organisation: { readonly id: string } }) {
  const t = useTranslate();
  const asks = useAbility("declare", "EmergencyAccess");
  const reads = useAbility("read", "EmergencyAccess");
  const [asking, setAsking] = useState(false);
  const query = useOperation(EmergencyAccesses, { organisationId: organisation.id }, { enabled: asks || reads });
  if (!asks && !reads) return null;
  return (
    <Section title={t("emergency.title")}>
      <p className="ink2">{t("emergency.lead")}</p>
      <QueryState query={query}>
        {({ emergencyAccesses }) =>
          emergencyAccesses.length === 0 ? (
            <Empty title={t("emergency.none")} />
          ) : (
            <>
              {emergencyAccesses.map((access) => (
                <AccessLine key={access.id} access={access} />
              ))}
            </>
          )
        }
      </QueryState>
      {asks ? (
        <div className="row" style={{ paddingTop: 8 }}>
          <ExplainedButton size="small" onClick={() => setAsking(true)}>
            {t("emergency.ask.verb")}
          </ExplainedButton>
        </div>
      ) : null}
      {asking ? <AskEmergencyDialog organisationId={organisation.id} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

function AccessLine({ access }: { readonly access: Access }) {
  const t = useTranslate();
  const [verb, setVerb] = useState<EmergencyVerb | null>(null);
  const answers = useAbility("validate", "EmergencyAccess");
  const what = t("emergency.what", {
    holder: access.holder,
    role: t(`role.${access.role}`),
    smart_count: access.hours,
  });
  return (
    <div style={{ paddingTop: 8 }}>
      <p>
        <b>{what}</b>
      </p>
      <p className="small ink2">{useStanding(access)}</p>
      <div className="acts" style={{ display: "flex", gap: 8, paddingTop: 8 }}>
        {useVerbs(access).map((each) => (
          <ExplainedButton
            key={each}
            size="small"
            variant="outlined"
            onClick={() => setVerb(each)}
            disabledReason={LENDING.includes(each) && !answers ? t("emergency.answers") : undefined}
          >
            {t(`emergency.${each}.verb`)}
          </ExplainedButton>
        ))}
      </div>
      {verb === null ? null : (
        <EmergencyVerbDialog id={access.id} what={what} verb={verb} onClose={() => setVerb(null)} />
      )}
    </div>
  );
}

const LENDING: readonly EmergencyVerb[] = ["confirm", "refuse"];

/** What is there to be done about an access at this moment, by whoever looks. */
function useVerbs({ state, lasts, mine, reviewedBy }: Access): readonly EmergencyVerb[] {
  const ofCell = useAbility("revoke", "EmergencyAccess");
  if (state === "PROPOSED") return mine ? ["return"] : LENDING;
  if (state !== "CONFIRMED") return [];
  if (lasts) return [...(mine ? (["return"] as const) : []), ...(ofCell ? (["revoke"] as const) : [])];
  return ofCell && !mine && reviewedBy === null ? ["review"] : [];
}

/** Where an access stands, in a sentence. */
function useStanding({ state, lasts, proposedAt, reason, endsAt, decidedBy, reviewedBy, finding }: Access): string {
  const t = useTranslate();
  const format = useFormat();
  const asked = t("emergency.asked", { date: format.dateTime(proposedAt), reason });
  if (state === "PROPOSED") return asked;
  if (endsAt === null) return `${asked} · ${t(`proposalState.${state}`)}`;
  const date = format.dateTime(endsAt);
  if (lasts) return `${asked} · ${t("emergency.lasts", { date, name: decidedBy })}`;
  if (reviewedBy === null) return `${asked} · ${t("emergency.over", { date, name: decidedBy })}`;
  return `${asked} · ${t("emergency.reviewed", { date, name: reviewedBy, finding })}`;
}
