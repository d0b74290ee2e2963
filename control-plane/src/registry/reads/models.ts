/** What other rooms may read of models: a part of FROM, to be given an alias. */
export const MODELS = "(SELECT id, name FROM model)";

export const MODEL_ALIASES = "(SELECT name, model_id FROM model_alias)";
