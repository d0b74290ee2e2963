import { POOLS as SERVED } from "../../../../serving/reads/pools.js";
import { ANCESTRIES, ORGANISATIONS } from "../../../../tenancy/reads/organisations.js";

/** Bodies directly below the State, with everything below each. */
export const BODIES = `
  SELECT body.id, body.slug, body.name, array_agg(closure.descendant_id ORDER BY closure.descendant_id) AS "organisationIds"
  FROM ${ORGANISATIONS} root
  JOIN ${ORGANISATIONS} body ON body.parent_id = root.id
  JOIN ${ANCESTRIES} closure ON closure.ancestor_id = body.id
  WHERE root.parent_id IS NULL
  GROUP BY body.id, body.slug, body.name
  ORDER BY body.slug COLLATE "C"`;

/** Pools that run, with what was last seen in each: by an agent, else as serving records it. */
export const POOLS = `
  SELECT pool.slug, pool.gpu_class AS "gpuType", pool.accepted_labels AS labels, pool.gpu_count AS gpus,
    (SELECT gpus FROM observed_capacity seen WHERE seen.pool = pool.slug AND seen.gpu_type = pool.gpu_class
     ORDER BY source = 'agent' DESC LIMIT 1) AS observed
  FROM ${SERVED} pool WHERE active ORDER BY pool.slug COLLATE "C"`;
