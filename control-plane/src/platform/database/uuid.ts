const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id as PostgreSQL can compare it, or null, which equals nothing, for what is no UUID and so no row's. */
export const uuidOrNull = (id: string): string | null => (UUID.test(id) ? id : null);

/** The ids among these that a row could have. */
export const uuidsOf = (ids: readonly string[]): readonly string[] => ids.filter((id) => UUID.test(id));
