// Moments as readers of the API know them.

/** Epoch milliseconds as ISO 8601 in UTC. */
export const instantIso = (at: number): string => new Date(at).toISOString();
/** The same where there may be none. */
export const instantIsoOrNull = (at: number | null): string | null => (at === null ? null : instantIso(at));
