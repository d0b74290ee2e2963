import { systemActor } from "../../../kernel/actor.js";
import type { Context, UseCaseRunner } from "../../../kernel/use-case.js";
import { doAll } from "../../../platform/jobs/do-all.js";
import type { RecurringJob, Turn } from "../../../platform/jobs/job.js";
import { dueReminder } from "../../domain/campaign/campaign-life.js";
import { missingOf } from "../../domain/campaign/campaign-progress.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CampaignProgress } from "../../ports/campaign-progress.port.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import type { FindingStore } from "../../ports/finding-store.port.js";
import { remindMinistry } from "../../use-cases/campaigns/remind-ministry.use-case.js";
import { transitionCampaign } from "../../use-cases/campaigns/transition-campaign.use-case.js";
import { checkDeclared, declaredChanges } from "../../use-cases/findings/check-declared.use-case.js";

const PAGE = 100;
const actor = systemActor("campaigns");
type Ports = CapacityPorts & { readonly progress: CampaignProgress; readonly findings: FindingStore };

/**
 * Closes campaigns whose end has passed, reminds ministries that are not done, and looks whether what is declared is
 * what is seen.
 */
export class CampaignWatch implements RecurringJob {
  readonly name = "capacity.watch-campaigns";
  readonly everySeconds = 60;

  constructor(
    private readonly runner: UseCaseRunner,
    private readonly ports: Ports,
  ) {}

  async run(turn: Turn): Promise<void> {
    const overdue = await this.runner.read(actor, (ctx) => this.ports.campaigns.overdue(ctx, ctx.clock.now()));
    await doAll(overdue, turn, ({ id, version }) =>
      this.runner.run(actor, transitionCampaign(this.ports), { id, to: "closed", expectedVersion: version }),
    );
    const running = await this.runner.read(actor, (ctx) => this.running(ctx));
    await doAll(running, turn, async (campaign) => {
      await this.remind(campaign);
      await this.compare(campaign);
    });
  }

  private async running(ctx: Context): Promise<readonly Campaign[]> {
    const query = {
      search: "",
      states: ["open", "closed"] as const,
      kind: "capacity" as const,
      first: PAGE,
      after: null,
    };
    return (await this.ports.campaigns.page(ctx, query)).rows.map(({ row }) => row);
  }

  private async remind(campaign: Campaign): Promise<void> {
    const reminders = await this.runner.read(actor, async (ctx) => {
      const days = dueReminder(campaign, ctx.clock.now());
      if (days === null) return [];
      const ministries = (await this.ports.progress.ofMinistries(ctx, [campaign.id])).get(campaign.id) ?? [];
      return ministries
        .filter((ministry) => missingOf(ministry).length > 0 && notYetReminded(campaign, days, ministry.lastReminderAt))
        .map((ministry) => ({ organisationId: ministry.organisationId, days, missing: missingOf(ministry) }));
    });
    for (const reminder of reminders)
      await this.runner.run(actor, remindMinistry(this.ports), { campaignId: campaign.id, ...reminder });
  }

  private async compare(campaign: Campaign): Promise<void> {
    const changes = await this.runner.read(actor, (ctx) => declaredChanges(ctx, this.ports.findings, campaign.id));
    if (changes.opened.length + changes.changed.length + changes.closed.length > 0)
      await this.runner.run(actor, checkDeclared(this.ports), { campaignId: campaign.id });
  }
}

/** The last reminder went out before this one was due; the store has the last word. */
const notYetReminded = (campaign: Campaign, days: number, last: Date | null): boolean =>
  last === null || last.getTime() < campaign.closesAt.getTime() - days * 86_400_000;
