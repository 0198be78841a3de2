// Records that hold what they were given and nothing else: an author may call a thing "constructor".

/** A record without a prototype, so that looking up a name that nobody declared finds nothing. */
export function byName<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const record = Object.create(null) as Record<string, T>;
  for (const [name, value] of entries) record[name] = value;
  return record;
}
