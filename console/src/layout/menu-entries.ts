import {
  Blocks,
  Box,
  BrainCircuit,
  Building2,
  CalendarCheck,
  ClipboardList,
  EyeOff,
  FileCheck,
  FlaskConical,
  Gavel,
  GitCompareArrows,
  GraduationCap,
  Inbox,
  Layers,
  ListOrdered,
  type LucideIcon,
  ReceiptEuro,
  Route,
  Scale,
  ScrollText,
  SearchCheck,
  Vote,
} from "lucide-react";
import type { Role } from "../generated/operations";

export interface MenuEntry {
  readonly path: string;
  /** Dictionary key of its name. */
  readonly name: string;
  readonly icon: LucideIcon;
  /** Whose daily work it is; everybody's when absent. Others find it behind "more". */
  readonly roles?: readonly Role[];
}

export interface MenuSection {
  readonly name: string | null;
  readonly entries: readonly MenuEntry[];
}

/** The menu as data; the command palette offers the same entries. */
export const MENU: readonly MenuSection[] = [
  { name: null, entries: [{ path: "/", name: "menu.home", icon: Inbox }] },
  {
    name: "menu.capacity",
    entries: [
      { path: "/pools", name: "menu.pools", icon: Layers, roles: ["ARIANE_OPERATOR", "DECLARANT", "VALIDATOR"] },
      {
        path: "/campaigns",
        name: "menu.campaigns",
        icon: ClipboardList,
        roles: ["ARIANE_OPERATOR", "DECLARANT", "VALIDATOR"],
      },
      { path: "/rounds", name: "menu.rounds", icon: Vote, roles: ["ARIANE_OPERATOR", "VALIDATOR", "AI_CELL"] },
    ],
  },
  {
    name: "menu.uses",
    entries: [
      { path: "/use-cases", name: "menu.useCases", icon: Box },
      { path: "/selection", name: "menu.selection", icon: ListOrdered, roles: ["AI_CELL", "COMMITTEE"] },
      {
        path: "/evaluations",
        name: "menu.evaluations",
        icon: FlaskConical,
        roles: ["AI_CELL", "DSP", "COMMITTEE", "COMPLIANCE"],
      },
      { path: "/models", name: "menu.models", icon: BrainCircuit, roles: ["ARIANE_OPERATOR", "AI_CELL", "DECLARANT"] },
      {
        path: "/requests",
        name: "menu.requests",
        icon: SearchCheck,
        roles: ["ARIANE_OPERATOR", "DECLARANT", "VALIDATOR", "COMPLIANCE"],
      },
      {
        path: "/roadmaps",
        name: "menu.roadmaps",
        icon: Route,
        roles: ["DECLARANT", "VALIDATOR", "AI_CELL", "COMMITTEE"],
      },
    ],
  },
  {
    name: "menu.common",
    entries: [
      {
        path: "/plan",
        name: "menu.plan",
        icon: CalendarCheck,
        roles: [
          ...(["AI_CELL", "DSP", "DGAFP", "ARIANE_OPERATOR", "COMPLIANCE"] as const),
          ...(["DECLARANT", "VALIDATOR", "AUDITOR", "COMMITTEE", "OBSERVER"] as const),
        ],
      },
      { path: "/shadow-tools", name: "menu.shadowTools", icon: EyeOff, roles: ["DECLARANT", "AI_CELL"] },
      { path: "/bricks", name: "menu.bricks", icon: Blocks, roles: ["DECLARANT", "AI_CELL", "OBSERVER"] },
      {
        path: "/training",
        name: "menu.training",
        icon: GraduationCap,
        roles: ["DECLARANT", "VALIDATOR", "AI_CELL", "DGAFP"],
      },
    ],
  },
  {
    name: "menu.rules",
    entries: [
      {
        path: "/compliance",
        name: "menu.compliance",
        icon: Scale,
        roles: ["COMPLIANCE", "COMMITTEE", "DECLARANT", "VALIDATOR", "OBSERVER"],
      },
      { path: "/policies", name: "menu.policies", icon: Gavel, roles: ["COMPLIANCE", "AUDITOR"] },
      { path: "/simulations", name: "menu.simulations", icon: GitCompareArrows, roles: ["COMPLIANCE", "AUDITOR"] },
    ],
  },
  {
    name: "menu.accounts",
    entries: [
      {
        path: "/usage",
        name: "menu.usage",
        icon: ReceiptEuro,
        roles: ["ARIANE_OPERATOR", "DECLARANT", "VALIDATOR", "AUDITOR"],
      },
      { path: "/journal", name: "menu.journal", icon: ScrollText, roles: ["AUDITOR", "COMPLIANCE", "ARIANE_OPERATOR"] },
      { path: "/audit", name: "menu.audit", icon: FileCheck, roles: ["AUDITOR", "COMPLIANCE"] },
    ],
  },
  {
    name: "menu.directory",
    entries: [
      { path: "/organisations", name: "menu.organisations", icon: Building2, roles: ["ARIANE_OPERATOR", "AUDITOR"] },
    ],
  },
];

/** Is this entry the one of the page at `pathname`? */
export const isCurrent = (entry: MenuEntry, pathname: string): boolean =>
  entry.path === "/" ? pathname === "/" : pathname === entry.path || pathname.startsWith(`${entry.path}/`);

/** The menu of whoever has these roles: what they use by section, and the rest. */
export function menuFor(roles: readonly Role[]): {
  readonly own: readonly MenuSection[];
  readonly rest: readonly MenuEntry[];
} {
  const isOwn = ({ roles: of }: MenuEntry): boolean => of === undefined || of.some((role) => roles.includes(role));
  const own = MENU.map((section) => ({ ...section, entries: section.entries.filter(isOwn) }));
  const rest = MENU.flatMap(({ entries }) => entries.filter((entry) => !isOwn(entry)));
  return { own: own.filter(({ entries }) => entries.length > 0), rest };
}
