import { Ellipsis } from "lucide-react";
import type { MouseEvent } from "react";
import { useTranslate } from "react-admin";
import { Link, useLocation } from "react-router";
import { Home, Snapshot } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useRoles } from "../providers/roles";
import { useOperation } from "../providers/use-operation";
import { Brand } from "./Brand";
import { type MenuSection, isCurrent, menuFor } from "./menu-entries";
import { WhoButton } from "./WhoButton";

interface Props {
  readonly drawer?: boolean;
  readonly onNavigate?: () => void;
}

/** Who one is, where one can go, and which snapshot the replicas apply. */
export function Sidebar({ drawer = false, onNavigate }: Props) {
  const t = useTranslate();
  const { pathname } = useLocation();
  const { own, rest } = menuFor(useRoles());
  const leave = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest("a") !== null) onNavigate?.();
  };
  const inRest = rest.some((entry) => isCurrent(entry, pathname));
  return (
    <div className={drawer ? "side drawer" : "side"} role={drawer ? undefined : "banner"}>
      <Brand />
      <WhoButton />
      <nav className="nav" aria-label={t("layout.mainMenu")} onClick={leave}>
        {own.map((section) => (
          <Entries key={section.name ?? "first"} section={section} />
        ))}
        {rest.length === 0 ? null : (
          <details key={inRest ? "here" : "elsewhere"} open={inRest}>
            <summary>
              <Ellipsis className="icon" aria-hidden="true" />
              <span>{t("menu.more")}</span>
            </summary>
            <Entries section={{ name: null, entries: rest }} />
          </details>
        )}
      </nav>
      <SnapshotFoot />
    </div>
  );
}

function Entries({ section }: { readonly section: MenuSection }) {
  const t = useTranslate();
  const { pathname } = useLocation();
  const tasks = useOperation(Home, {}, { every: 60_000 }).data?.tasks.length ?? 0;
  return (
    <>
      {section.name === null ? null : <h2>{t(section.name)}</h2>}
      {section.entries.map((entry) => {
        const Icon = entry.icon;
        return (
          <Link key={entry.path} to={entry.path} aria-current={isCurrent(entry, pathname) ? "page" : undefined}>
            <Icon className="icon" aria-hidden="true" />
            <span>{t(entry.name)}</span>
            {entry.path === "/" && tasks > 0 ? <span className="count">{tasks}</span> : null}
          </Link>
        );
      })}
    </>
  );
}

function SnapshotFoot() {
  const t = useTranslate();
  const format = useFormat();
  const snapshot = useOperation(Snapshot, {}, { every: 30_000 }).data?.snapshot;
  if (snapshot === null || snapshot === undefined) return null;
  return (
    <p className="foot">
      {t("layout.snapshot", { number: format.integer(snapshot.number) })}
      <br />
      {t("layout.rules")} <span className="mono">{snapshot.bundleDigest.replace(/^sha256:/u, "").slice(0, 8)}</span>
    </p>
  );
}
