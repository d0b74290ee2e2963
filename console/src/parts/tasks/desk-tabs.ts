/** The desk's parts, in the order of its tabs; `waiting` is its first page. */
export const DESK_TABS = [
  "waiting",
  "derogations",
  "questions",
  "doctrine",
  "assessments",
  "reviews",
  "incidents",
  "opinions",
  "registers",
] as const;
export type DeskTab = (typeof DESK_TABS)[number];

/** Where a part, or one record of it, is shown. */
export const deskPath = (tab: DeskTab, open?: string): string => {
  const path = tab === "waiting" ? "/compliance" : `/compliance/${tab}/show`;
  return open === undefined ? path : `${path}?open=${open}`;
};

/** Where each kind of record is shown, as tasks name it. */
export const TAB_OF: Readonly<Partial<Record<string, DeskTab>>> = {
  Question: "questions",
  Derogation: "derogations",
  Assessment: "assessments",
  Review: "reviews",
  Incident: "incidents",
};
