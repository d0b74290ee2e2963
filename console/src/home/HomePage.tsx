import { useState } from "react";
import { useTranslate } from "react-admin";
import { Home, type Role } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";
import { usePerson } from "../providers/use-person";
import { isOfMinistry, useRoles } from "../providers/roles";
import { BudgetAside } from "./BudgetAside";
import { CapacityAside } from "./CapacityAside";
import { CellAsides } from "./CellAsides";
import { DeskAsides } from "./DeskAsides";
import { RecentAside } from "./RecentAside";
import { StateAsides } from "./StateAsides";
import { TaskList } from "../parts/tasks/TaskList";
import { groupTasks } from "../parts/tasks/task-groups";

/** Who follows the portfolio of the whole State. */
const OF_THE_CELL: readonly Role[] = ["AI_CELL", "DSP", "DGAFP", "COMMITTEE"];

/** What this person is waited for, and beside it what their role follows: the State, the desk, or their ministry. */
export function HomePage() {
  const t = useTranslate();
  const format = useFormat();
  const person = usePerson();
  const roles = useRoles();
  const tasks = useOperation(Home, {}, { every: 60_000 });
  const [opened] = useState(() => Date.now());
  const now = new Date(tasks.dataUpdatedAt === 0 ? opened : tasks.dataUpdatedAt);
  const groups = groupTasks(tasks.data?.tasks ?? [], now);
  const late = groups.find((group) => group.name === "late")?.tasks.length ?? 0;
  const organisation = person?.memberships[0]?.organisation;
  useCrumbs([
    ...(organisation === undefined ? [] : [{ label: organisation.acronym ?? organisation.name, to: "/organisations" }]),
    { label: t("home.title") },
  ]);
  const count = tasks.data?.tasks.length ?? 0;
  return (
    <>
      <PageHead
        title={t("home.title")}
        lead={`${t("home.lead", { smart_count: count })}${late > 0 ? t("home.leadLate", { smart_count: late }) : ""}${t("home.leadRule")}`}
      />
      <div className="columns" style={{ "--aside": "348px" } as React.CSSProperties}>
        <Section
          title={t("home.toDo")}
          aside={capitalised(`${format.weekday(now.toISOString())}, ${format.time(now.toISOString())}`)}
        >
          <QueryState query={tasks}>
            {() =>
              count === 0 ? (
                <Empty title={t("home.nothing")}>
                  <p className="ink2">{t("home.nothingLead")}</p>
                </Empty>
              ) : (
                <TaskList groups={groups} now={now} />
              )
            }
          </QueryState>
        </Section>
        <div className="stack">
          {roles.includes("ARIANE_OPERATOR") ? (
            <>
              <CapacityAside whole />
              <StateAsides />
            </>
          ) : null}
          {roles.includes("COMPLIANCE") ? <DeskAsides /> : null}
          {roles.some((role) => OF_THE_CELL.includes(role)) ? <CellAsides /> : null}
          {isOfMinistry(roles) ? (
            <>
              <CapacityAside />
              <BudgetAside />
            </>
          ) : null}
          <RecentAside />
        </div>
      </div>
    </>
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
