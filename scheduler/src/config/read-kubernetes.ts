import { accessSync, constants } from "node:fs";
import { delimiter } from "node:path";
import type { ClusterSource } from "../fleet/kubernetes/cluster-source.js";
import type { Environment } from "./environment.js";
import type { KubernetesConfig } from "./scheduler-config.js";

const IN_CLUSTER = "in-cluster";
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const listOf = (text: string | undefined, separator: string): string[] =>
  (text ?? "")
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== "");

const readable = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

/** `context` or `context=pool+pool`: the pools whose deployments the cluster's pods may serve. */
const entryOf = (text: string): { context: string; pools: readonly string[] | null } => {
  const [context = "", slugs] = text.split("=");
  return { context: context.trim(), pools: slugs === undefined ? null : listOf(slugs, "+") };
};

/**
 * The clusters to watch; `null` when neither `KUBECONFIG` nor contexts are set. `KUBECONFIG` alone is its current context.
 * Problems name settings and never repeat their values.
 */
export const readKubernetes = (env: Environment, problems: string[]): KubernetesConfig | null => {
  const entries = listOf(env.SOCLE_KUBERNETES_CONTEXTS, ",").map(entryOf);
  const contexts = entries.map(({ context }) => context);
  const files = listOf(env.KUBECONFIG, delimiter);
  if (contexts.length === 0 && files.length === 0) return null;
  const namespace = env.SOCLE_KUBERNETES_NAMESPACE || null;
  const selector = env.SOCLE_KUBERNETES_SELECTOR || null;
  if (namespace !== null && !NAMESPACE.test(namespace)) {
    problems.push("SOCLE_KUBERNETES_NAMESPACE must be a namespace's name");
  }
  const named = contexts.filter((context) => context !== IN_CLUSTER);
  if (named.length > 0 && files.length === 0)
    problems.push("KUBECONFIG is not set, and SOCLE_KUBERNETES_CONTEXTS needs it");
  const needed = contexts.length === 0 || named.length > 0;
  if (needed && files.length > 0 && !files.some(readable)) problems.push("KUBECONFIG names a file that cannot be read");
  if (entries.some(({ context, pools }) => context === "" || pools?.length === 0)) {
    problems.push("SOCLE_KUBERNETES_CONTEXTS must be contexts, or context=pool+pool");
  }
  if (new Set(contexts).size < contexts.length) problems.push("SOCLE_KUBERNETES_CONTEXTS names a context twice");
  const clusters: ClusterSource[] = entries.map(({ context, pools }) =>
    context === IN_CLUSTER
      ? { kind: "in_cluster", name: IN_CLUSTER, pools }
      : { kind: "kubeconfig", name: context, files, context, pools },
  );
  if (clusters.length === 0) clusters.push({ kind: "kubeconfig", name: "default", files, context: null, pools: null });
  return { clusters, namespace, selector };
};
