import type { FieldSpec } from "./field-spec";

/** Why: every act of the desk that ends or questions something asks it. */
export const REASON: readonly FieldSpec<"reason">[] = [{ name: "reason", kind: "text", min: 3, max: 2000 }];
