import type { z } from "zod";
import { digestOf } from "./canonical-json.js";
import { conflict } from "./refusal.js";
import { ok, refuse, type Result } from "./result.js";
import type { Context, SubjectName, UseCase } from "./use-case.js";
import { zodSchema } from "./zod-schema.js";
import { recorded, type Records, type Stored } from "./stored-record.js";

type Content<Kind> = Omit<Kind, "id" | "version">;

/** What is to be known of a kind of record to take one over from elsewhere. */
interface Importing<Input, Kind extends Stored> {
  readonly name: string;
  readonly subject: SubjectName | ((input: Input) => SubjectName);
  readonly input: z.ZodType<Input>;
  readonly store: Records<Kind>;
  /** Whose record it is, or why it can be nobody's. */
  organisationOf(ctx: Context, input: Input): Promise<Result<string>>;
  /** Whether a record that is kept speaks of the same thing. */
  same(record: Kind, made: Content<Kind>): boolean;
  made(ctx: Context, input: Input, organisationId: string): Promise<Result<Content<Kind>>>;
}

/**
 * Takes over a record in the state it has elsewhere. Run by the platform only. Idempotent: what is known already and says
 * the same stays as it is, what says something else gets its next version.
 */
export const importRecord = <Input, Kind extends Stored>(
  kind: Importing<Input, Kind>,
): UseCase<Input, string, Kind> => ({
  name: kind.name,
  action: "manage",
  input: zodSchema(kind.input),
  async load(ctx, input) {
    const owner = await kind.organisationOf(ctx, input);
    if (!owner.ok) return owner;
    return ok({
      subject: { name: subjectOf(kind, input), id: null, organisationId: owner.value },
      loaded: owner.value,
    });
  },
  async handle(ctx, input, organisationId) {
    const made = await kind.made(ctx, input, organisationId);
    if (!made.ok) return made;
    const known = (await kind.store.all(ctx)).find((record) => kind.same(record, made.value)) ?? null;
    const told = { imported: true };
    if (known !== null && contentOf(known) === contentOf(made.value))
      return ok({ ...recorded(subjectOf(kind, input), known, told), repeated: true });
    const identity = { id: known?.id ?? ctx.ids.next(), version: (known?.version ?? 0) + 1 };
    const next = { ...made.value, ...identity } as unknown as Kind;
    const stored = known === null ? await kind.store.insert(ctx, next) : await kind.store.update(ctx, next);
    if (!stored) return refuse(conflict("record.changed", "It changed meanwhile; import it again."));
    return ok(recorded(subjectOf(kind, input), next, told));
  },
});

const subjectOf = <Input, Kind extends Stored>({ subject }: Importing<Input, Kind>, input: Input): SubjectName =>
  typeof subject === "string" ? subject : subject(input);

/** As it would be written out, its id and version apart. */
function contentOf(record: object): string {
  const plain = JSON.parse(JSON.stringify(record)) as Record<string, unknown>;
  for (const own of ["id", "version"]) delete plain[own];
  return digestOf(plain);
}
