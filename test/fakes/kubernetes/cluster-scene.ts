import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CoreV1Api, KubeConfig, PatchStrategy, setHeaderOptions } from "@kubernetes/client-node";
import type { V1Pod } from "@kubernetes/client-node";

export interface ScenePod {
  readonly deployment?: string;
  readonly ip?: string;
  readonly port?: number;
  readonly ready?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

const MERGE = setHeaderOptions("Content-Type", PatchStrategy.MergePatch);

/** What a test does to a cluster, real or fake: a namespace of its own, pods and nodes in the states it needs. */
export class ClusterScene {
  private readonly nodes: string[] = [];

  private constructor(
    readonly kubeconfig: string,
    readonly namespace: string,
    private readonly api: CoreV1Api,
    /** Removes what the scene wrote on this machine: enough where the cluster goes away with the test. */
    readonly discard: () => Promise<void>,
  ) {}

  /** On a cluster that a kubeconfig names. */
  static async on(kubeconfig: string, discard: () => Promise<void> = () => Promise.resolve()): Promise<ClusterScene> {
    const config = new KubeConfig();
    config.loadFromFile(kubeconfig);
    const api = config.makeApiClient(CoreV1Api);
    const namespace = `socle-test-${randomUUID().slice(0, 8)}`;
    await api.createNamespace({ body: { metadata: { name: namespace } } });
    return new ClusterScene(kubeconfig, namespace, api, discard);
  }

  /** On an API server at `url`, through a kubeconfig written for it. */
  static async at(url: string): Promise<ClusterScene> {
    const folder = await mkdtemp(join(tmpdir(), "socle-kube-"));
    const file = join(folder, "config");
    await writeKubeconfig(file, url);
    return ClusterScene.on(file, () => rm(folder, { recursive: true, force: true }));
  }

  /** Creates a pod; it is bound to a node that does not exist, so that no kubelet has its say. */
  async pod(name: string, pod: ScenePod = {}): Promise<string> {
    const { namespace, api } = this;
    const labels = {
      ...(pod.deployment === undefined ? {} : { "socle.gouv.fr/deployment": pod.deployment }),
      ...pod.labels,
    };
    const body: V1Pod = {
      metadata: { name, labels, annotations: { ...pod.annotations } },
      spec: {
        nodeName: "socle-test-no-node",
        containers: [{ name: "engine", image: "none", ports: [{ name: "http", containerPort: pod.port ?? 8000 }] }],
      },
    };
    const created = await api.createNamespacedPod({ namespace, body });
    if (pod.ready !== false) await this.ready(name, true, pod.ip);
    return created.metadata?.uid ?? "";
  }

  async ready(name: string, yes: boolean, ip = "127.0.0.1"): Promise<void> {
    const { namespace, api } = this;
    const conditions = [{ type: "Ready", status: yes ? "True" : "False" }];
    const body = { status: { phase: "Running", podIP: ip, podIPs: [{ ip }], conditions } };
    await api.patchNamespacedPodStatus({ name, namespace, body }, MERGE);
  }

  async relabel(name: string, labels: Readonly<Record<string, string | null>>): Promise<void> {
    await this.api.patchNamespacedPod({ name, namespace: this.namespace, body: { metadata: { labels } } }, MERGE);
  }

  /** With grace the pod is marked and stays; without, it is gone. */
  async remove(name: string, gracePeriodSeconds = 0): Promise<void> {
    await this.api.deleteNamespacedPod({ name, namespace: this.namespace, gracePeriodSeconds });
  }

  async node(name: string, labels: Readonly<Record<string, string>>, gpus: string): Promise<void> {
    await this.api.createNode({ body: { metadata: { name, labels: { ...labels } } } });
    this.nodes.push(name);
    const status = {
      capacity: { "nvidia.com/gpu": gpus },
      allocatable: { "nvidia.com/gpu": gpus },
      conditions: [{ type: "Ready", status: "True" }],
    };
    await this.api.patchNodeStatus({ name, body: { status } }, MERGE);
  }

  /** The node's kubelet no longer tells anything. */
  async silence(name: string): Promise<void> {
    const conditions = [{ type: "Ready", status: "Unknown" }];
    await this.api.patchNodeStatus({ name, body: { status: { conditions } } }, MERGE);
  }

  async close(): Promise<void> {
    await Promise.all(this.nodes.map((name) => this.api.deleteNode({ name })));
    const { items } = await this.api.listNamespacedPod({ namespace: this.namespace });
    await Promise.all(items.map(({ metadata }) => this.remove(metadata?.name ?? "")));
    await this.api.deleteNamespace({ name: this.namespace });
    await this.discard();
  }
}

/** A kubeconfig for an API server that asks for nothing, or for a token. */
export const writeKubeconfig = (file: string, server: string, token: string | null = null): Promise<void> =>
  writeFile(
    file,
    JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": "test",
      clusters: [{ name: "test", cluster: { server, "insecure-skip-tls-verify": true } }],
      users: [{ name: "test", user: token === null ? {} : { token } }],
      contexts: [{ name: "test", context: { cluster: "test", user: "test" } }],
    }),
  );
