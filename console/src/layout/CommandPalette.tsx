import { Dialog } from "@mui/material";
import { Blocks, Box, BrainCircuit, CornerDownLeft, Layers, type LucideIcon, Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { Bricks, ModelCatalogue, Pools, UseCases } from "../generated/operations";
import { useSettled } from "../parts/list/use-settled";
import { useOperation } from "../providers/use-operation";
import { MENU } from "./menu-entries";
import { foundCommands } from "./palette-search";

interface Command {
  readonly label: string;
  readonly path: string;
  readonly icon: LucideIcon;
}

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Ctrl K: go to a page, a use case, a pool, a model or a brick by name. */
export function CommandPalette({ open, onClose }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      transitionDuration={0}
      slotProps={{ container: { sx: { alignItems: "flex-start", pt: 8 } }, paper: { "aria-label": "Ctrl K" } }}
    >
      {open ? <Palette onClose={onClose} /> : null}
    </Dialog>
  );
}

function useCommands(text: string): readonly Command[] {
  const t = useTranslate();
  const sought = useSettled(text);
  const useCases = useOperation(UseCases, { filter: { search: sought }, first: 8 }, { enabled: sought.length > 1 });
  const pools = useOperation(Pools, {});
  const models = useOperation(ModelCatalogue, {}, { enabled: text.length > 1 }).data?.models;
  const bricks = useOperation(Bricks, {}, { enabled: text.length > 1 }).data?.bricks;
  return useMemo(() => {
    const pages = MENU.flatMap((section) => section.entries).map((entry) => ({
      label: t(entry.name),
      path: entry.path,
      icon: entry.icon,
    }));
    const acts = [{ label: t("registry.declare.title"), path: "/use-cases/create", icon: Plus }];
    const poolCommands = (pools.data?.pools ?? []).map((pool) => ({
      label: pool.name,
      path: `/pools/${pool.id}/show`,
      icon: Layers,
    }));
    const useCaseCommands = (text.length > 1 ? (useCases.data?.useCases.edges ?? []) : []).map(({ node }) => ({
      label: node.name,
      path: `/use-cases/${node.id}/show`,
      icon: Box,
    }));
    const modelCommands = (models ?? []).map((model) => ({
      label: [model.name, ...model.aliases].join(", "),
      path: `/models/${model.id}/show`,
      icon: BrainCircuit,
    }));
    const brickCommands = (bricks ?? []).map((brick) => ({
      label: brick.name,
      path: `/bricks/${brick.id}/show`,
      icon: Blocks,
    }));
    const things = [...poolCommands, ...useCaseCommands, ...modelCommands, ...brickCommands];
    return foundCommands([...pages, ...acts, ...things], text);
  }, [t, text, pools.data, useCases.data, models, bricks]);
}

function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [selected, setSelected] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The dialog is not visible yet when its content mounts.
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const commands = useCommands(text.trim());
  const current = Math.min(selected, Math.max(commands.length - 1, 0));
  const go = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    void navigate(command.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && commands.length > 0) {
      event.preventDefault();
      setSelected((current + step + commands.length) % commands.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      go(commands[current]);
    }
  };
  return (
    <>
      <input
        className="palette-input"
        ref={input}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={commands.length > 0 ? `${id}-${current}` : undefined}
        aria-label={t("layout.search")}
        placeholder={t("layout.search")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSelected(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul className="palette-list" id={`${id}-list`} role="listbox" aria-label={t("layout.found")}>
        {commands.map((command, index) => {
          const Icon = command.icon;
          return (
            <li
              key={command.path}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              onClick={() => go(command)}
            >
              <Icon className="icon" aria-hidden="true" />
              {command.label}
              {index === current ? <CornerDownLeft className="icon-small push" aria-hidden="true" /> : null}
            </li>
          );
        })}
      </ul>
      <p className="sr-only" role="status">
        {t("layout.foundCount", { smart_count: commands.length })}
      </p>
    </>
  );
}
