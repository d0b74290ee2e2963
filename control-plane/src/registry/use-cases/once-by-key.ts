import { z } from "zod";
import { digestOf } from "../../kernel/canonical-json.js";
import { conflict, invalidInput } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, Done, UseCase } from "../../kernel/use-case.js";
import type { ReceiptBook } from "../ports/receipt-book.port.js";

const idempotencyKey = z.string().trim().min(8).max(100).nullish().describe("The same key twice creates once.");
const key = z.object({ idempotencyKey });

/** The input of a creation with the key that makes it be done once. */
export const keyed = <Shape extends z.ZodRawShape>(input: z.ZodObject<Shape>) => input.extend({ idempotencyKey });

interface Keyed<Input> {
  readonly input: Input;
  readonly key: string | null;
}

interface Created {
  readonly id: string;
}

/**
 * The same creation, which done twice under one `idempotencyKey` is done once: the second time gives back what the first
 * created, and refuses when the input is another. Without a key nothing changes.
 * @param find what was created, as the actor sees it now
 */
export const onceByKey = <Input, Loaded, Output extends Created>(
  creation: UseCase<Input, Loaded, Output>,
  receipts: ReceiptBook,
  find: (ctx: Context, id: string) => Promise<Output | null>,
): UseCase<Keyed<Input>, Loaded, Output> => ({
  name: creation.name,
  action: creation.action,
  input: {
    parse(raw) {
      const given = key.safeParse(raw);
      const input = creation.input.parse(raw);
      if (!input.ok) return input;
      if (!given.success) return refuse(invalidInput([{ path: "idempotencyKey", message: "8 to 100 characters." }]));
      return ok({ input: input.value, key: given.data.idempotencyKey ?? null });
    },
  },
  load: (ctx, { input }) => creation.load(ctx, input),
  async handle(ctx, { input, key }, loaded) {
    if (key === null) return creation.handle(ctx, input, loaded);
    const subjectId = ctx.ids.next();
    const receipt = { useCase: creation.name, digest: digestOf(input), subjectId };
    const known = await receipts.take(ctx, key, receipt);
    if (known === null) return named(subjectId, await creation.handle(withFirstId(ctx, subjectId), input, loaded));
    const created = known.useCase === receipt.useCase && known.digest === receipt.digest;
    const value = created ? await find(ctx, known.subjectId) : null;
    if (value === null) return refuse(conflict("idempotency.key_reused", "This key created something else before."));
    const event = { organisationId: "", subjectType: "UseCase" as const, subjectId: value.id, data: {} };
    return ok({ value, event, repeated: true });
  },
});

function named<Output extends Created>(id: string, done: Result<Done<Output>>): Result<Done<Output>> {
  if (done.ok && done.value.value.id !== id) throw new Error("A creation did not take the id of its receipt.");
  return done;
}

/** The receipt names its record before it exists: what is created takes this id. */
const withFirstId = (ctx: Context, first: string): Context => {
  let pending: string | null = first;
  const next = (): string => {
    const id = pending ?? ctx.ids.next();
    pending = null;
    return id;
  };
  return { ...ctx, ids: { next } };
};

interface Store<Output> {
  find(ctx: Context, id: string): Promise<Output | null>;
}

/** Creations of a room that the same key does once, by the store in which what they created is found. */
export const onceIn =
  <Ports>(receiptsOf: (ports: Ports) => ReceiptBook) =>
  <Input, Loaded, Output extends Created, Name extends keyof Ports>(
    creation: (ports: Ports) => UseCase<Input, Loaded, Output>,
    store: Name & (Ports[Name] extends Store<Output> ? Name : never),
  ) =>
  (ports: Ports): UseCase<Keyed<Input>, Loaded, Output> =>
    onceByKey(creation(ports), receiptsOf(ports), (ctx, id) => (ports[store] as Store<Output>).find(ctx, id));
