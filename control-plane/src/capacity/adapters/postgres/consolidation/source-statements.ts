/** Bodies directly below the State, with everything below each. */
export const BODIES = `
  SELECT body.id, body.slug, body.name, array_agg(closure.descendant_id ORDER BY closure.descendant_id) AS "organisationIds"
  FROM organisation root
  JOIN organisation body ON body.parent_id = root.id
  JOIN organisation_closure closure ON closure.ancestor_id = body.id
  WHERE root.parent_id IS NULL
  GROUP BY body.id
  ORDER BY body.slug COLLATE "C"`;

/** Pools that run, with what was last seen in each: by an agent, else as serving records it. */
export const POOLS = `
  SELECT pool.slug, pool.gpu_class AS "gpuType", pool.accepted_labels AS labels, pool.gpu_count AS gpus,
    (SELECT gpus FROM observed_capacity seen WHERE seen.pool = pool.slug AND seen.gpu_type = pool.gpu_class
     ORDER BY source = 'agent' DESC LIMIT 1) AS observed
  FROM pool WHERE active ORDER BY pool.slug COLLATE "C"`;
