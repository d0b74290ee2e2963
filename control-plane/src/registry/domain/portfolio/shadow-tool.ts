import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Stored } from "../../../kernel/stored-record.js";

export const SHADOW_TOOL_STATES = ["declared", "answered", "closed"] as const;

/** A tool that agents use outside any frame, declared without naming anybody, and what the State offers instead. */
export interface ShadowTool extends Stored {
  readonly name: string;
  readonly vendor: string;
  /** Country whose law the vendor answers to, ISO 3166-1 alpha-2. */
  readonly vendorCountry: string;
  readonly purpose: string;
  /** Agents who use it, as far as the body knows. */
  readonly agents: number | null;
  readonly alternativeId: string | null;
  readonly answer: string | null;
  readonly state: (typeof SHADOW_TOOL_STATES)[number];
  readonly declaredBy: string;
  readonly declaredAt: Date;
}

/** What it is searched by. */
export const SHADOW_TOOL_WORDS = ["name", "vendor", "purpose"] as const;

/** What the AI cell answers: a use case of the common base, or what will come; it may say better later. */
export const answered = (tool: ShadowTool, answer: string, alternativeId: string | null): Result<ShadowTool> =>
  tool.state === "closed"
    ? refuse(isClosed)
    : ok({ ...tool, answer, alternativeId, state: "answered", version: tool.version + 1 });

/** The body says that its agents have left the tool. */
export const closed = (tool: ShadowTool): Result<ShadowTool> =>
  tool.state === "closed" ? refuse(isClosed) : ok({ ...tool, state: "closed", version: tool.version + 1 });

const isClosed = conflict("shadow_tool.closed", "The declaration is closed.");
