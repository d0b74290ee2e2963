/** One kind of the API, and what the server does differently for it. */
export interface Kind {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Counts changes of its spec. */
  readonly generation: boolean;
  readonly status: boolean;
  readonly scale: boolean;
  /** Defined by a CustomResourceDefinition. */
  readonly custom: boolean;
}

const kind = (apiVersion: string, resource: string, name: string, over: Partial<Kind> = {}): Kind => {
  const [group, version] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
  const defaults = { namespaced: true, generation: false, status: false, scale: false, custom: false };
  return { ...defaults, group: group ?? "", version: version ?? "", resource, kind: name, ...over };
};

export const KINDS: readonly Kind[] = [
  kind("v1", "namespaces", "Namespace", { namespaced: false, status: true }),
  kind("v1", "nodes", "Node", { namespaced: false, status: true }),
  kind("v1", "pods", "Pod", { generation: true, status: true }),
  kind("v1", "services", "Service", { status: true }),
  kind("v1", "serviceaccounts", "ServiceAccount"),
  kind("v1", "configmaps", "ConfigMap"),
  kind("v1", "resourcequotas", "ResourceQuota", { status: true }),
  kind("v1", "events", "Event"),
  kind("apps/v1", "deployments", "Deployment", { generation: true, status: true, scale: true }),
  kind("policy/v1", "poddisruptionbudgets", "PodDisruptionBudget", { generation: true, status: true }),
  kind("networking.k8s.io/v1", "networkpolicies", "NetworkPolicy", { generation: true }),
  kind("coordination.k8s.io/v1", "leases", "Lease"),
  kind("discovery.k8s.io/v1", "endpointslices", "EndpointSlice", { generation: true }),
  kind("events.k8s.io/v1", "events", "Event"),
  kind("inf.example.com/v1alpha1", "modelpools", "ModelPool", {
    generation: true,
    status: true,
    scale: true,
    custom: true,
  }),
];

export const apiVersionOf = ({ group, version }: Kind): string => (group === "" ? version : `${group}/${version}`);

export const findKind = (group: string, version: string, resource: string): Kind | undefined =>
  KINDS.find((one) => one.group === group && one.version === version && one.resource === resource);
