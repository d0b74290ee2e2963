import { useState } from "react";
import { useTranslate } from "react-admin";
import { Incident, type IncidentRow } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { StateWord, Tag } from "../../parts/Tag";
import { useOperation } from "../../providers/use-operation";
import { useAbility } from "../../providers/use-person";
import { INCIDENT_TAG } from "../desk-state";
import { OfUseCase } from "../OfUseCase";
import { Facts, type RecordAct, RecordDialog } from "../../parts/RecordDialog";
import { ClockWord } from "./ClockWord";
import { HARMS } from "./incident-lists";
import { type IncidentAct, IncidentActDialog } from "./IncidentActDialog";

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** One incident with its clock, what was done, and what can be done. */
export function IncidentDialog({ id, onClose }: Props) {
  const t = useTranslate();
  const query = useOperation(Incident, { id });
  const incident = query.data?.incident ?? null;
  const [act, setAct] = useState<IncidentAct | null>(null);
  const acts = useActs(incident);
  if (incident === null) return null;
  if (act !== null) return <IncidentActDialog incident={incident} act={act} onClose={() => setAct(null)} />;
  return (
    <RecordDialog
      title={incident.title}
      tag={<Tag state={INCIDENT_TAG[incident.state]}>{t(`incidentState.${incident.state}`)}</Tag>}
      words="incident"
      acts={acts}
      onAct={setAct}
      onClose={onClose}
    >
      <IncidentFacts incident={incident} now={new Date(query.dataUpdatedAt)} />
    </RecordDialog>
  );
}

const STOPPED: readonly string[] = ["SUSPENDED", "RETIRED", "REFUSED", "MERGED"];

/** What can be done of a living incident, each with why this person may not. */
function useActs(incident: IncidentRow | null): readonly RecordAct<IncidentAct>[] {
  const t = useTranslate();
  const follows = useAbility("update", "Incident");
  const reviews = useAbility("review", "Incident");
  const suspends = useAbility("suspend", "UseCase");
  if (incident === null || incident.state === "CLOSED") return [];
  const closes = incident.next.includes("CLOSED");
  const moves = incident.next.some((state) => state !== "CLOSED");
  const why = (may: boolean, right: string): string | undefined => (may ? undefined : t(`incident.notYou.${right}`));
  return [
    { id: "measure", whyNot: why(follows, "follow") },
    ...(incident.clock.dueAt !== null && incident.notification?.interim !== false
      ? [{ id: "notify", whyNot: why(follows, "follow") } as const]
      : []),
    { id: "inform", whyNot: why(follows, "follow") },
    ...(moves ? [{ id: "move", whyNot: why(follows, "follow") } as const] : []),
    ...(incident.harms.length < HARMS.length ? [{ id: "harms", whyNot: why(follows, "follow") } as const] : []),
    { id: "requalify", whyNot: why(reviews, "review") },
    ...(closes ? [{ id: "close", whyNot: why(reviews, "review") } as const] : []),
    ...(STOPPED.includes(incident.useCase?.state ?? "SUSPENDED")
      ? []
      : [{ id: "suspend", danger: true, whyNot: why(suspends, "suspend") } as const]),
  ];
}

function IncidentFacts({ incident, now }: { readonly incident: IncidentRow; readonly now: Date }) {
  const t = useTranslate();
  const format = useFormat();
  const { clock, notification, notices } = incident;
  const providerNoticeWord =
    incident.providerNotice === "DUE" ? (
      <StateWord key="notice" state="refused">
        {t("incident.providerDue")}
      </StateWord>
    ) : (
      ""
    );
  const requalified = incident.findings.filter(({ reason }) => reason !== "");
  const due = clock.dueAt === null ? "" : t("incident.dueAt", { at: format.dateTime(clock.dueAt), text: clock.text });
  return (
    <Facts
      facts={[
        [t("incident.clock"), <ClockWord key="clock" clock={clock} now={now} />],
        [t("incident.due"), due],
        [t("desk.useCase"), <OfUseCase key="it" useCase={incident.useCase} />],
        [t("incident.field.kind"), t(`incidentKind.${incident.kind}`)],
        [t("incident.field.harms"), incident.harms.map((harm) => t(`incidentHarm.${harm}`)).join(", ")],
        [t("incident.binding"), incident.bound ? "" : t("incident.notBound")],
        [
          t("incident.findings"),
          requalified.length === 0 ? (
            ""
          ) : (
            <ul key="findings">
              {requalified.map(({ at, harm, found, reason }) => (
                <li key={at + harm}>
                  {format.dateTime(at)} :{" "}
                  {t(`incident.${found ? "found" : "withdrawn"}`, { harm: t(`incidentHarm.${harm}`) })} {reason}
                </li>
              ))}
            </ul>
          ),
        ],
        [t("incident.field.description"), incident.description],
        [t("incident.field.awareOn"), format.date(incident.awareAt)],
        [
          t("incident.notified"),
          notification === null
            ? ""
            : `${notification.authority}, ${notification.reference}, ${format.date(notification.at)}${notification.interim ? t("incident.interim") : ""}`,
        ],
        [
          t("incident.notices"),
          notices.length === 0 ? (
            providerNoticeWord
          ) : (
            <ul key="notices">
              {notices.map(({ at, to, name, reference, risk }) => (
                <li key={at + to + name}>
                  {t(`noticeRecipient.${to}`)} : {name}, {reference}, {format.date(at)}
                  {risk ? t("incident.risky") : ""}
                </li>
              ))}
            </ul>
          ),
        ],
        [t("incident.suspendedAt"), incident.suspendedAt === null ? "" : format.dateTime(incident.suspendedAt)],
        [
          t("incident.measures"),
          incident.measures.length === 0 ? (
            ""
          ) : (
            <ul key="measures">
              {incident.measures.map(({ at, text }) => (
                <li key={at + text}>
                  {format.dateTime(at)} : {text}
                </li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  );
}
