// How often one address may be written to from forms that anybody can fill: nobody's mailbox is to be flooded through us.
export type AddressLimit = (address: string, at: number) => boolean;

const MOST_KNOWN = 10_000;

/** True while the address has had fewer than `most` in the last `window` ms (counted in fixed windows, in this process). */
export function addressLimit(most: number, window: number): AddressLimit {
  const seen = new Map<string, { since: number; n: number }>();
  return (address, at) => {
    const known = seen.get(address);
    const fresh = known === undefined || at - known.since >= window;
    if (fresh && seen.size >= MOST_KNOWN) for (const [each, { since }] of seen) if (at - since >= window) seen.delete(each);
    const n = fresh ? 1 : known.n + 1;
    seen.set(address, { since: fresh ? at : known.since, n });
    return n <= most;
  };
}
