import {
  ArrowDownLeft,
  ArrowUpRight,
  CircleCheck,
  Clock,
  Hourglass,
  type LucideIcon,
  OctagonX,
  Pause,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";
import type { StateName } from "../theme/tokens";

export type TagState = StateName | "warned" | "plain";

const ICONS: Readonly<Record<Exclude<TagState, "plain">, LucideIcon>> = {
  waiting: Clock,
  active: CircleCheck,
  borrowed: ArrowDownLeft,
  lent: ArrowUpRight,
  refused: OctagonX,
  suspended: Pause,
  expiring: Hourglass,
  warned: TriangleAlert,
};

interface Props {
  readonly state: TagState;
  readonly children: ReactNode;
}

const colorOf = (state: Exclude<TagState, "plain">): string => (state === "warned" ? "expiring" : state);

/** A state: word, shape and colour. Never clickable. */
export function Tag({ state, children }: Props) {
  if (state === "plain") return <span className="tag plain">{children}</span>;
  const Icon = ICONS[state];
  const color = colorOf(state);
  return (
    <span className="tag" style={{ color: `var(--${color}-fg)`, background: `var(--${color}-bg)` }}>
      <Icon className="icon-small" aria-hidden="true" />
      {children}
    </span>
  );
}

/** The same without its tint, for dense cells. */
export function StateWord({ state, children }: Props) {
  if (state === "plain") return <span className="state">{children}</span>;
  if (state === "suspended") return <Tag state={state}>{children}</Tag>;
  const Icon = ICONS[state];
  return (
    <span className="state" style={{ color: `var(--${colorOf(state)}-fg)` }}>
      <Icon className="icon-small" aria-hidden="true" />
      {children}
    </span>
  );
}
