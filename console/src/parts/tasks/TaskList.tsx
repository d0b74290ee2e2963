import {
  BookCheck,
  Box,
  BrainCircuit,
  CalendarCheck,
  ChevronRight,
  CircleHelp,
  ClipboardCheck,
  ClipboardList,
  EyeOff,
  FileClock,
  FlaskConical,
  GraduationCap,
  KeyRound,
  Layers,
  type LucideIcon,
  ReceiptEuro,
  Route,
  Siren,
  UserCheck,
} from "lucide-react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { useFormat } from "../../i18n/use-format";
import { codeKey } from "../../providers/refusal";
import { type Task, type TaskGroup, daysUntil } from "./task-groups";
import { taskDetail } from "./task-detail";
import { taskPath } from "./task-path";

const ICONS: Readonly<Record<string, LucideIcon>> = {
  UseCase: Box,
  Application: KeyRound,
  ApiKey: KeyRound,
  Pool: Layers,
  Allocation: Layers,
  Budget: ReceiptEuro,
  Campaign: ClipboardList,
  Declaration: ClipboardList,
  Roadmap: Route,
  RoadmapExercise: Route,
  Evaluation: FlaskConical,
  Model: BrainCircuit,
  ShadowTool: EyeOff,
  Training: GraduationCap,
  PlanRecord: CalendarCheck,
  Question: CircleHelp,
  Derogation: FileClock,
  Assessment: ClipboardCheck,
  Review: ClipboardCheck,
  Incident: Siren,
  Request: Siren,
  Membership: UserCheck,
  EmergencyAccess: Siren,
};

interface Props {
  readonly groups: readonly TaskGroup[];
  readonly now: Date;
}

/** Verb and object, who waits, until when; the whole row is the link. */
export function TaskList({ groups, now }: Props) {
  const t = useTranslate();
  return groups.map((group) => (
    <div key={group.name}>
      <h3 className={group.name === "late" ? "task-group late" : "task-group"}>
        {t(`home.group.${group.name}`)} <span>{group.tasks.length}</span>
      </h3>
      <ul className="tasks">
        {group.tasks.map((task) => (
          <li key={task.id}>
            <Link to={taskPath(task)}>
              <TaskRow task={task} now={now} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));
}

function TaskRow({ task, now }: { readonly task: Task; readonly now: Date }) {
  const t = useTranslate();
  const format = useFormat();
  const Icon = ICONS[task.subjectType] ?? BookCheck;
  const detail = taskDetail(task, t, format);
  const waiter = task.organisation?.acronym ?? task.organisation?.name;
  return (
    <>
      <Icon className="icon ink2" aria-hidden="true" />
      <span>
        <span className="task-title">{t(`task.${codeKey(task.kind)}`, { title: task.title, _: task.title })}</span>
        <span className="task-detail">{t(`taskDetail.${codeKey(task.kind)}`, { detail, _: detail })}</span>
      </span>
      <span className="task-side waiter">
        {waiter === undefined ? null : (
          <>
            <b>{waiter}</b>
            {t("home.waits")}
          </>
        )}
      </span>
      <Due task={task} now={now} />
      <ChevronRight className="icon ink3 go" aria-hidden="true" />
    </>
  );
}

function Due({ task, now }: { readonly task: Task; readonly now: Date }) {
  const t = useTranslate();
  const format = useFormat();
  if (task.dueAt === null) return <span className="task-side">{t("home.noDate")}</span>;
  const days = daysUntil(task.dueAt, now);
  const expires = task.kind.includes("key");
  const className = days < 0 ? "late" : expires && days <= 7 ? "soon" : undefined;
  const key = days < 0 ? "home.late" : days === 0 ? "home.today" : expires ? "home.expiresIn" : "home.dueIn";
  return (
    <span className="task-side">
      <b className={className}>{t(key, { smart_count: Math.abs(days) })}</b>
      {days > 7 ? format.shortDate(task.dueAt) : format.weekday(task.dueAt)}
    </span>
  );
}
