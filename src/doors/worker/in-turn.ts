// Works on many things at once, but on those of one kind one after the other: the mails of a ticket leave in the order in which they were written.

/** Runs `work` for each item; items of the same key wait for each other. Resolves when all are done; what one throws is told to `fault`. */
export async function inTurn<T>(items: readonly T[], key: (item: T) => string, work: (item: T) => Promise<void>, fault: (error: unknown) => void): Promise<void> {
  const last = new Map<string, Promise<void>>();
  for (const item of items) last.set(key(item), (last.get(key(item)) ?? Promise.resolve()).then(() => work(item)).catch(fault));
  await Promise.all(last.values());
}
