import type { PolicyFile } from "@socle/policies";

const DEFAULTS = {
  id: "family/rule",
  effect: "deny",
  when: 'useCase.state == "idea"',
  from: "2026-01-01",
  to: "null",
  fr: "Non",
  mode: "enforce",
  facts: "{ useCase: { state: idea } }",
};

/** A valid rule's file; a spec states only what matters to it. Values are YAML. */
export function ruleFile(overrides: Partial<typeof DEFAULTS> = {}): PolicyFile {
  const rule = { ...DEFAULTS, ...overrides };
  const text = `id: ${rule.id}
version: 1
owner: compliance
legal: [{ text: A text, url: "https://example.org/text" }]
effective: { from: ${rule.from}, to: ${rule.to} }
effect: ${rule.effect}
when: ${rule.when}
reason: { code: rule.fired, fr: ${rule.fr}, en: No }
derogable: null
mode: ${rule.mode}
tests:
  - name: idea
    facts: ${rule.facts}
    expected: fires
  - { name: baseline, facts: {}, expected: silent }
`;
  return { path: `${rule.id}/rule.yaml`, text };
}
