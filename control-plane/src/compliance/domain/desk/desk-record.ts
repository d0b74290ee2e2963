/** What every record that the compliance desk keeps has. */
export interface DeskRecord {
  readonly id: string;
  /** Whose record it is, for row-level security; the State for what belongs to no ministry. */
  readonly organisationId: string;
  /** 1 when it comes into being, one more at each change. */
  readonly version: number;
  /** `null` for what is about no single use case. */
  readonly useCaseId: string | null;
  readonly state: string;
}

/** The next version of a record. */
export const next = <Kind extends DeskRecord>(record: Kind, change: Partial<Kind>): Kind => ({
  ...record,
  ...change,
  version: record.version + 1,
});
