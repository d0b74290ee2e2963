import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readKubernetes } from "./read-kubernetes.js";

const file = fileURLToPath(import.meta.url);
const read = (env: Record<string, string>) => {
  const problems: string[] = [];
  return { clusters: readKubernetes(env, problems)?.clusters ?? null, problems };
};

describe("readKubernetes", () => {
  it("watches nothing when nothing is set", () => {
    expect(read({ SOCLE_KUBERNETES_CONTEXTS: "", KUBECONFIG: "" })).toEqual({ clusters: null, problems: [] });
  });

  it("takes the current context of KUBECONFIG alone, named contexts, and the cluster it runs in", () => {
    expect(read({ KUBECONFIG: file }).clusters).toEqual([
      { kind: "kubeconfig", name: "default", files: [file], context: null, pools: null },
    ]);
    expect(
      read({ KUBECONFIG: `${file}:${file}`, SOCLE_KUBERNETES_CONTEXTS: "paris=h100+l40s, in-cluster" }).clusters,
    ).toEqual([
      { kind: "kubeconfig", name: "paris", files: [file, file], context: "paris", pools: ["h100", "l40s"] },
      { kind: "in_cluster", name: "in-cluster", pools: null },
    ]);
    expect(read({ SOCLE_KUBERNETES_CONTEXTS: "in-cluster" }).problems).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ["KUBECONFIG is not set", { SOCLE_KUBERNETES_CONTEXTS: "paris" }],
    ["KUBECONFIG names a file", { KUBECONFIG: "/does/not/exist" }],
    ["SOCLE_KUBERNETES_CONTEXTS names a context twice", { KUBECONFIG: file, SOCLE_KUBERNETES_CONTEXTS: "a,a" }],
    ["SOCLE_KUBERNETES_CONTEXTS must be", { KUBECONFIG: file, SOCLE_KUBERNETES_CONTEXTS: "paris=" }],
    ["SOCLE_KUBERNETES_NAMESPACE must be", { KUBECONFIG: file, SOCLE_KUBERNETES_NAMESPACE: "Not/One" }],
  ])("says: %s", (problem, env) => {
    const { problems } = read(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(problems.join()).not.toMatch(/does\/not|Not\/One/);
  });
});
