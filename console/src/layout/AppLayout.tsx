import { CssBaseline, Drawer } from "@mui/material";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { Notification, useLocaleState, useTranslate } from "react-admin";
import { useLocation } from "react-router";
import { HatchPatterns } from "../parts/GpuCells";
import { Loading } from "../parts/states";
import { CommandPalette } from "./CommandPalette";
import { CrumbProvider } from "./crumbs";
import { Sidebar } from "./Sidebar";
import { TopBar } from "./TopBar";

/** The frame of every page: menu, top bar, main region; the page brings its own head. */
export function AppLayout({ children }: { readonly children?: ReactNode }) {
  const t = useTranslate();
  const { pathname } = useLocation();
  const [locale] = useLocaleState();
  const [menuOpen, setMenuOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setPaletteOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    // Around the frame, which each address draws anew: whoever goes to another page keeps the one they see until its code is there.
    <Suspense fallback={<Loading />}>
      <CrumbProvider key={pathname}>
        <CssBaseline />
        <HatchPatterns />
        <a className="skip" href="#content">
          {t("layout.skip")}
        </a>
        <div className="app">
          <Sidebar />
          <div className="main">
            <TopBar onMenu={() => setMenuOpen(true)} onSearch={() => setPaletteOpen(true)} />
            <main className="body" id="content" tabIndex={-1}>
              {children}
            </main>
          </div>
        </div>
        <Drawer
          open={menuOpen}
          onClose={() => setMenuOpen(false)}
          transitionDuration={0}
          slotProps={{ paper: { "aria-label": t("layout.mainMenu") } }}
        >
          <Sidebar drawer onNavigate={() => setMenuOpen(false)} />
        </Drawer>
        <CommandPalette open={paletteOpen} onClose={() => setPaletteOpen(false)} />
        <Notification />
      </CrumbProvider>
    </Suspense>
  );
}
