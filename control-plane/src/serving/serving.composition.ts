import { NO_RULES, type RuleGuard } from "../kernel/rule-guard.js";
import { modelForRules, pgRegistryPorts } from "../registry/index.js";
import { PgPoolRepository } from "./adapters/postgres/pg-pool.repository.js";
import type { ServingPorts } from "./ports/serving-ports.js";
import { deployModel } from "./use-cases/deploy-model.use-case.js";
import { registerPool } from "./use-cases/register-pool.use-case.js";
import { setPoolActivity } from "./use-cases/set-pool-activity.use-case.js";

const { models, organisations } = pgRegistryPorts();

/** Serving on PostgreSQL; models and organisations as the registry knows them. */
export const pgServingPorts = (rules: RuleGuard): ServingPorts => ({
  pools: new PgPoolRepository(),
  models: {
    async find(ctx, name) {
      const model = await models.findByName(ctx, name);
      return model === null ? null : modelForRules(model);
    },
  },
  organisations,
  rules,
});

/** For callers outside the web application, which bring in what already stands. */
export const servingPorts: ServingPorts = pgServingPorts(NO_RULES);

/** Verbs on PostgreSQL for callers outside the web application, such as the seed. `set` apart, each may be run again. */
export const servingUseCases = {
  registerPool: registerPool(servingPorts),
  deployModel: deployModel(servingPorts),
  setPoolActivity: setPoolActivity(servingPorts),
} as const;
