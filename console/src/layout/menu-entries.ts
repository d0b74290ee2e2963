import {
  Blocks,
  Box,
  BrainCircuit,
  Building2,
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

export interface MenuEntry {
  readonly path: string;
  /** Dictionary key of its name. */
  readonly name: string;
  readonly icon: LucideIcon;
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
      { path: "/pools", name: "menu.pools", icon: Layers },
      { path: "/campaigns", name: "menu.campaigns", icon: ClipboardList },
      { path: "/rounds", name: "menu.rounds", icon: Vote },
    ],
  },
  {
    name: "menu.uses",
    entries: [
      { path: "/use-cases", name: "menu.useCases", icon: Box },
      { path: "/selection", name: "menu.selection", icon: ListOrdered },
      { path: "/evaluations", name: "menu.evaluations", icon: FlaskConical },
      { path: "/models", name: "menu.models", icon: BrainCircuit },
      { path: "/requests", name: "menu.requests", icon: SearchCheck },
      { path: "/roadmaps", name: "menu.roadmaps", icon: Route },
    ],
  },
  {
    name: "menu.common",
    entries: [
      { path: "/shadow-tools", name: "menu.shadowTools", icon: EyeOff },
      { path: "/bricks", name: "menu.bricks", icon: Blocks },
      { path: "/training", name: "menu.training", icon: GraduationCap },
    ],
  },
  {
    name: "menu.rules",
    entries: [
      { path: "/compliance", name: "menu.compliance", icon: Scale },
      { path: "/policies", name: "menu.policies", icon: Gavel },
      { path: "/simulations", name: "menu.simulations", icon: GitCompareArrows },
    ],
  },
  {
    name: "menu.accounts",
    entries: [
      { path: "/usage", name: "menu.usage", icon: ReceiptEuro },
      { path: "/journal", name: "menu.journal", icon: ScrollText },
      { path: "/audit", name: "menu.audit", icon: FileCheck },
    ],
  },
  { name: "menu.directory", entries: [{ path: "/organisations", name: "menu.organisations", icon: Building2 }] },
];

/** Is this entry the one of the page at `pathname`? */
export const isCurrent = (entry: MenuEntry, pathname: string): boolean =>
  entry.path === "/" ? pathname === "/" : pathname === entry.path || pathname.startsWith(`${entry.path}/`);
