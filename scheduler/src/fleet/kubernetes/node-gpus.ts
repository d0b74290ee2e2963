import { conditionHolds } from "./kube-objects.js";
import type { KubeNode } from "./kube-objects.js";

/** GPUs of one node, as NVIDIA's feature discovery labels it and its device plugin counts them. */
export interface NodeGpus {
  readonly cluster: string;
  readonly node: string;
  /** `nvidia.com/gpu.product`, for example `NVIDIA-H100-80GB-HBM3`. */
  readonly product: string | null;
  readonly memoryMiB: number | null;
  /** GPUs that the node says it has, and those that pods may ask for: fewer when one is unhealthy. */
  readonly count: number;
  readonly allocatable: number;
  readonly ready: boolean;
  readonly schedulable: boolean;
}

/** True while a node's kubelet tells nothing: the cluster then calls its pods not ready, whatever they do. */
export const isSilent = ({ status }: KubeNode): boolean =>
  (status?.conditions ?? []).some((condition) => condition.type === "Ready" && condition.status === "Unknown");

const GPU_RESOURCE = "nvidia.com/gpu";

const whole = (text: string | undefined): number | null => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : null);

/** `null` for a node without GPUs. Counts come from its status, from its labels while the device plugin is silent. */
export const readNode = (cluster: string, { metadata, spec, status }: KubeNode): NodeGpus | null => {
  const labels = metadata?.labels ?? {};
  const labelled = whole(labels["nvidia.com/gpu.count"]);
  const count = whole(status?.capacity?.[GPU_RESOURCE]) ?? labelled ?? 0;
  if (count === 0 && (labelled ?? 0) === 0) return null;
  return {
    cluster,
    node: metadata?.name ?? "",
    product: labels["nvidia.com/gpu.product"] ?? null,
    memoryMiB: whole(labels["nvidia.com/gpu.memory"]),
    count: Math.max(count, labelled ?? 0),
    allocatable: whole(status?.allocatable?.[GPU_RESOURCE]) ?? 0,
    ready: conditionHolds(status?.conditions, "Ready"),
    schedulable: spec?.unschedulable !== true,
  };
};
