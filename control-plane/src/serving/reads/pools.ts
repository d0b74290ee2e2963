/** What other rooms may read of pools: a part of FROM, to be given an alias. */
export const POOLS = "(SELECT id, slug, name, gpu_class, gpu_count, accepted_labels, active FROM pool)";

export const ENDPOINTS = "(SELECT id, url FROM endpoint)";
