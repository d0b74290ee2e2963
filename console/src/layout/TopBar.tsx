import { FlaskConical, Menu as MenuIcon, Moon, Search, Sun } from "lucide-react";
import { useTheme, useTranslate } from "react-admin";
import { Link } from "react-router";
import { useClient } from "../providers/client-context";
import { useCrumbList } from "./crumbs";
import { LanguageSwitch } from "./LanguageSwitch";

interface Props {
  readonly onMenu: () => void;
  readonly onSearch: () => void;
}

export function TopBar({ onMenu, onSearch }: Props) {
  const t = useTranslate();
  const sample = useClient().samplePersons.length > 0;
  return (
    <div className="top" role="region" aria-label={t("layout.topBar")}>
      <button type="button" className="icon-button menu-button" aria-label={t("layout.openMenu")} onClick={onMenu}>
        <MenuIcon className="icon" aria-hidden="true" />
      </button>
      <span className="top-brand">Socle</span>
      <Crumbs />
      {sample ? (
        <span className="sample-data">
          <FlaskConical className="icon-small" aria-hidden="true" />
          {t("layout.sampleData")}
        </span>
      ) : null}
      <button type="button" className="search" onClick={onSearch}>
        <Search className="icon" aria-hidden="true" />
        <span>{t("layout.search")}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <ThemeSwitch />
      <LanguageSwitch />
    </div>
  );
}

function Crumbs() {
  const t = useTranslate();
  const crumbs = useCrumbList();
  return (
    <nav className="crumbs" aria-label={t("layout.crumbs")}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label} aria-current={crumb.to === undefined ? "page" : undefined}>
            {crumb.to === undefined ? crumb.label : <Link to={crumb.to}>{crumb.label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ThemeSwitch() {
  const t = useTranslate();
  const [theme, setTheme] = useTheme();
  const dark = theme === "dark";
  const Icon = dark ? Sun : Moon;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t(dark ? "layout.lightTheme" : "layout.darkTheme")}
      onClick={() => setTheme(dark ? "light" : "dark")}
    >
      <Icon className="icon" aria-hidden="true" />
    </button>
  );
}
