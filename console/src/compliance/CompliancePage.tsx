import { useState } from "react";
import { useTranslate } from "react-admin";
import { ComplianceFigures, Home } from "../generated/operations";
import { TaskList } from "../parts/tasks/TaskList";
import { groupTasks } from "../parts/tasks/task-groups";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { codeKey } from "../providers/refusal";
import { useOperation } from "../providers/use-operation";
import { TAB_OF } from "../parts/tasks/desk-tabs";
import { DeskFrame } from "./DeskFrame";

/** What waits for this person at the desk, and the counts that everybody may know. */
export function CompliancePage() {
  const t = useTranslate();
  const query = useOperation(Home, {}, { every: 60_000 });
  const [opened] = useState(() => Date.now());
  const now = new Date(query.dataUpdatedAt === 0 ? opened : query.dataUpdatedAt);
  const waiting = (query.data?.tasks ?? []).filter(
    ({ subjectType, kind }) => TAB_OF[subjectType] !== undefined || kind === "use_case.suspended",
  );
  return (
    <DeskFrame tab="waiting">
      <div className="columns" style={{ "--aside": "348px" } as React.CSSProperties}>
        <Section title={t("desk.waitsForMe")}>
          <QueryState query={query}>
            {() =>
              waiting.length === 0 ? (
                <Empty title={t("home.nothing")}>
                  <p className="ink2">{t("desk.nothingLead")}</p>
                </Empty>
              ) : (
                <TaskList groups={groupTasks(waiting, now)} now={now} />
              )
            }
          </QueryState>
        </Section>
        <FiguresAside />
      </div>
    </DeskFrame>
  );
}

function FiguresAside() {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(ComplianceFigures, {});
  return (
    <Section title={t("desk.figures")}>
      <QueryState query={query}>
        {({ complianceFigures }) =>
          complianceFigures.length === 0 ? (
            <p className="ink2">{t("desk.noFigures")}</p>
          ) : (
            <dl className="pairs">
              {complianceFigures.map(({ name, value }) => (
                <div key={name} style={{ display: "contents" }}>
                  <dt>{t(`desk.figure.${codeKey(name)}`, { _: name })}</dt>
                  <dd className="num">{format.integer(value)}</dd>
                </div>
              ))}
            </dl>
          )
        }
      </QueryState>
    </Section>
  );
}
