import type { Context } from "../../kernel/use-case.js";
import type { IncompleteUseCase } from "../domain/audit-report.js";

export interface RunningUseCases {
  /**
   * Running use cases that miss a condition of a state they went through, or whose evaluation is overdue on `day` (ISO),
   * by organisation and name.
   */
  incomplete(ctx: Context, day: string): Promise<readonly IncompleteUseCase[]>;
}
