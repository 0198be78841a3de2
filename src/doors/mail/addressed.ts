// Addresses that mail is sent to: the desk's own, and the plus part that may claim a topic.

export interface Addressed {
  readonly address: string;
  readonly plus: string | null;
}

/** `Help+Video@Desk.example` is `help@desk.example` with `video`. RFC 5233 calls it the detail. */
export function addressed(written: string): Addressed {
  const [, local, plus, host] = /^([^+@]+)(?:\+([^@]*))?@(.+)$/.exec(written.trim().toLowerCase()) ?? [];
  return local === undefined || host === undefined ? { address: written.trim().toLowerCase(), plus: null } : { address: `${local}@${host}`, plus: plus || null };
}
