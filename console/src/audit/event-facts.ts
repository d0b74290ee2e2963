const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/u;

/** The event's data as short facts: plain values, without the ids that only the export needs. */
export function eventFacts(data: unknown): string {
  if (typeof data !== "object" || data === null) return "";
  return Object.entries(data)
    .filter(([, value]) => ["string", "number", "boolean"].includes(typeof value) && !UUID.test(String(value)))
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(", ");
}

/** The page of what the act was about, where there is one. */
export function subjectPath(subjectType: string, subjectId: string | null): string | null {
  if (subjectId === null) return null;
  if (subjectType === "UseCase") return `/use-cases/${subjectId}/show`;
  if (subjectType === "Pool") return `/pools/${subjectId}/show`;
  return null;
}
