import type { Context } from "../../kernel/use-case.js";
import type { Round, RoundState, RoundTrack } from "../domain/rounds/round.js";
import type { LineOutcome, RoundLine } from "../domain/rounds/round-line.js";

export interface RoundQuery {
  readonly tracks: readonly RoundTrack[];
  readonly states: readonly RoundState[];
  readonly first: number;
  /** Last round of the page before. */
  readonly after: { readonly openedAt: string; readonly id: string } | null;
}

export interface LineQuery {
  readonly roundId: string;
  /** Lines of this organisation and of those below it. */
  readonly organisationId: string | null;
  readonly criticality: number | null;
  readonly outcomes: readonly LineOutcome[];
  readonly first: number;
  readonly after: { readonly criticality: number; readonly id: string } | null;
}

/** Rounds and their lines; an update is refused when somebody else's came first. */
export interface RoundRepository {
  insert(ctx: Context, round: Round): Promise<void>;
  find(ctx: Context, id: string): Promise<Round | null>;
  /** False when the stored version is not the one before `round.version`. */
  update(ctx: Context, round: Round): Promise<boolean>;
  /** Newest first; one more than `first` when there is another page. */
  page(ctx: Context, query: RoundQuery): Promise<readonly Round[]>;

  insertLine(ctx: Context, line: RoundLine): Promise<void>;
  findLine(ctx: Context, id: string): Promise<RoundLine | null>;
  /** All lines that the actor may see, by class, then id. */
  lines(ctx: Context, roundId: string): Promise<readonly RoundLine[]>;
  /** False when the stored version is not the one before `line.version`. */
  updateLine(ctx: Context, line: RoundLine): Promise<boolean>;
  /** Writes what was decided on many lines at once; each must be the next version of what is stored, or none is written. */
  updateLines(ctx: Context, lines: readonly RoundLine[]): Promise<boolean>;
  linePage(ctx: Context, query: LineQuery): Promise<readonly RoundLine[]>;
}
