// What other systems can be told of.
export const HOOK_EVENTS = ["ticket.opened", "ticket.closed", "offer.made", "offer.accepted", "offer.refused", "charge.booked", "charge.adjusted", "statement.made"] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

/** What the outbox keeps of a message to an endpoint: the very text that is signed. */
export interface OutboxHook {
  readonly endpoint: string;
  readonly type: HookEvent | "test";
  readonly body: string;
}

/** The text of a message. `at` in epoch ms. */
export const hookBody = (type: OutboxHook["type"], at: number, data: object): string => JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });

/** Puts the message into the outbox of every endpoint that wants it, as one statement of the event's own transaction. */
export const toldToEndpoints = (type: HookEvent, ticket: string | null, at: number, now: number, data: object): readonly [sql: string, params: readonly unknown[]] => [
  `insert into outbox (desk, id, kind, ticket, payload, made_at, send_at)
   select troth_desk(), gen_random_uuid(), 'webhook', $1::uuid, jsonb_build_object('endpoint', e.id, 'type', $2::text, 'body', $3::text), at_ms($4), at_ms($5)
   from endpoints e where e.desk = troth_desk() and e.stopped_at is null and $2 = any (e.events)`,
  [ticket, type, hookBody(type, at, data), at, now],
];
