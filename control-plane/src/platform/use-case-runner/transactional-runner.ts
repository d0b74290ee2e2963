import { emergencyOf, type Actor } from "../../kernel/actor.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Authoriser, Context, Done, GovernanceJournal, UseCase, UseCaseRunner } from "../../kernel/use-case.js";
import type { Transactions } from "./transactions.port.js";
import type { UseCaseObserver } from "./use-case-observer.port.js";

/** The one order in which every use case runs; see `UseCase`. */
export class TransactionalRunner implements UseCaseRunner {
  constructor(
    private readonly transactions: Transactions,
    private readonly authoriser: Authoriser,
    private readonly journal: GovernanceJournal,
    private readonly observer: UseCaseObserver,
  ) {}

  async run<Input, Loaded, Output>(
    actor: Actor,
    useCase: UseCase<Input, Loaded, Output>,
    raw: unknown,
  ): Promise<Result<Output>> {
    const started = performance.now();
    const elapsed = (): number => (performance.now() - started) / 1000;
    try {
      const result = await this.runOnce(actor, useCase, raw);
      const outcome = result.ok ? ({ kind: "done" } as const) : { kind: "refused" as const, refusal: result.refusal };
      this.observer.observe(useCase.name, actor, outcome, elapsed());
      return result;
    } catch (error) {
      this.observer.observe(useCase.name, actor, { kind: "failed", error }, elapsed());
      throw error;
    }
  }

  read<T>(actor: Actor, query: (ctx: Context) => Promise<T>): Promise<T> {
    return this.transactions.read(actor, query);
  }

  private async runOnce<Input, Loaded, Output>(
    actor: Actor,
    useCase: UseCase<Input, Loaded, Output>,
    raw: unknown,
  ): Promise<Result<Output>> {
    const input = useCase.input.parse(raw);
    if (!input.ok) return input;
    const work = async (ctx: Context) => {
      const value = await this.handle(ctx, useCase, input.value);
      return { commit: value.ok, value };
    };
    return this.transactions.write(actor, useCase.name, work, useCase.action);
  }

  private async handle<Input, Loaded, Output>(
    ctx: Context,
    useCase: UseCase<Input, Loaded, Output>,
    input: Input,
  ): Promise<Result<Output>> {
    const found = await useCase.load(ctx, input);
    if (!found.ok) return found;
    const allowed = await this.authoriser.authorise(ctx, useCase.action, found.value.subject);
    if (!allowed.ok) return refuse(allowed.refusal);
    const done = await useCase.handle(ctx, input, found.value.loaded);
    if (!done.ok) return done;
    if (done.value.repeated !== true) await this.record(ctx, useCase.name, done.value);
    return ok(done.value.value);
  }

  private async record(ctx: Context, useCase: string, { event, caused = [] }: Done<unknown>): Promise<void> {
    // Everything that somebody does while an emergency access lasts is told with it, whichever role allowed it.
    const emergency = emergencyOf(ctx.actor);
    for (const each of [{ useCase, event }, ...caused]) {
      const data = emergency === null ? each.event.data : { ...each.event.data, emergency };
      await this.journal.append(ctx, each.useCase, { ...each.event, data });
    }
  }
}
