import { isIP, isIPv6 } from "node:net";
import type { DiscoveredPod } from "../discovered-pod.js";
import { ENGINE_KINDS } from "../metrics/engine-gauges.js";
import type { EngineKind } from "../metrics/engine-gauges.js";
import { conditionHolds } from "./kube-objects.js";
import type { KubePod } from "./kube-objects.js";

/** Label that says which model deployment of the registry a pod serves: the deployment's id. */
export const DEPLOYMENT_LABEL = "socle.gouv.fr/deployment";
/** Label, and the one that llm-d uses, that says which engine runs in the pod. */
const ENGINE_LABELS = ["socle.gouv.fr/engine", "llm-d.ai/engine-type"];
/** Annotation with the port, when no container port is named `http`. */
export const PORT_ANNOTATION = "socle.gouv.fr/port";
const SIMULATED_ANNOTATION = "socle.gouv.fr/simulated";
const HTTP_PORT = "http";

const ENGINES: ReadonlyMap<string, EngineKind> = new Map([
  ...ENGINE_KINDS.map((kind) => [kind, kind] as const),
  ["text-embeddings-inference", "tei"],
  ["llama.cpp", "llama-cpp"],
  ["llamacpp", "llama-cpp"],
]);

export type PodReading =
  | { readonly ok: true; readonly pod: DiscoveredPod }
  /** Why a pod of a model deployment takes no requests now. */
  | { readonly ok: false; readonly why: "leaving" | "not_ready" | "no_deployment" | "no_address" | "no_port" };

const portOf = ({ metadata, spec }: KubePod): number | null => {
  const annotated = metadata?.annotations?.[PORT_ANNOTATION];
  const ports = (spec?.containers ?? []).flatMap((container) => container.ports ?? []);
  const port =
    annotated === undefined ? ports.find(({ name }) => name === HTTP_PORT)?.containerPort : Number(annotated);
  return port !== undefined && Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
};

export const endpointIdOf = (cluster: string, { metadata }: KubePod): string =>
  `${cluster}/${metadata?.namespace ?? ""}/${metadata?.uid ?? ""}`;

/** A pod as an endpoint. It takes requests while it is ready and not being deleted; its address is the pod's own. */
export const readPod = (cluster: string, pod: KubePod, pools: readonly string[] | null = null): PodReading => {
  const { metadata, status } = pod;
  const deploymentId = metadata?.labels?.[DEPLOYMENT_LABEL];
  if (metadata?.uid === undefined || !deploymentId) return { ok: false, why: "no_deployment" };
  if (metadata.deletionTimestamp !== undefined && metadata.deletionTimestamp !== null)
    return { ok: false, why: "leaving" };
  if (status?.phase !== "Running" || !conditionHolds(status.conditions, "Ready"))
    return { ok: false, why: "not_ready" };
  const address = status.podIP ?? "";
  if (isIP(address) === 0) return { ok: false, why: "no_address" };
  const port = portOf(pod);
  if (port === null) return { ok: false, why: "no_port" };
  const label = ENGINE_LABELS.map((name) => metadata.labels?.[name]).find((value) => value !== undefined);
  return {
    ok: true,
    pod: {
      endpointId: endpointIdOf(cluster, pod),
      deploymentId,
      url: `http://${isIPv6(address) ? `[${address}]` : address}:${port}`,
      engine: ENGINES.get(label?.toLowerCase() ?? "") ?? null,
      pools,
      simulated: metadata.annotations?.[SIMULATED_ANNOTATION] === "true",
    },
  };
};
