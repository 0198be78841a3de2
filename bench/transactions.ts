// The ceiling: what one event costs the database at the very least, without a policy, an API or a mail. A facts query, six inserts, a
// text index, a commit that is on disk.
import { randomUUID } from "node:crypto";
import { connect } from "../src/database/connect.ts";
import { newId } from "../src/database/new-id.ts";
import { DESK } from "./api.ts";
import type { Job, Measured } from "./job.ts";
import { requestText } from "./people.ts";

const FACTS = `select p.id, p.name, o.attributes, (select version from policies where desk = troth_desk() and effective <= current_date order by version desc limit 1) as version,
    (select count(*)::int from tickets t where t.desk = p.desk and t.requester = p.id and t.status <> 'closed') as open, next_ticket_number() as number
  from people p left join organisations o on o.desk = p.desk and o.id = p.organisation where p.desk = troth_desk() and p.id = $1`;

interface Found {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly number: number;
}

export async function transactions(job: Extract<Job, { kind: "transactions" }>): Promise<Measured["transactions"]> {
  const database = await connect({ url: job.databaseUrl, secret: job.secret, connections: job.connections });
  const people = await database.asDesk(DESK, (tx) => tx.query<{ id: string }>("select id from people where desk = troth_desk() limit 1000"));
  const [example] = await database.asDesk(DESK, (tx) =>
    tx.query<{ facts: object; results: object; reasons: object; effects: object }>(
      "select facts, results, reasons, effects from decisions where desk = troth_desk() and moment = 'opened' order by at desc limit 1",
    ),
  );
  let made = 0;
  const one = (): Promise<void> =>
    database.asDesk(DESK, async (tx) => {
      const at = Date.now();
      const [found] = await tx.query<Found>(FACTS, [people[made++ % people.length]!.id]);
      if (!found) throw new Error("the bench has no customers");
      const [desk, ticket, event] = [DESK, newId(at), randomUUID()];
      const decision = example ?? { facts: {}, results: {}, reasons: [], effects: [] };
      await tx.writeAll([
        { table: "events", rows: [{ desk, id: event, kind: "ask", ticket, by_kind: "person", by_id: found.id, at, detail: {} }] },
        {
          table: "tickets",
          rows: [
            {
              desk,
              id: ticket,
              number: `TX-${found.number}`,
              subject: "The bare transaction",
              requester: found.id,
              channel: "api",
              language: "en",
              zone: "UTC",
              status: "closed",
              policy: found.version,
              opened_at: at,
              changed_at: at,
              said_at: at,
              closed_at: at,
            },
          ],
        },
        { table: "messages", rows: [{ desk, id: newId(at), ticket, kind: "message", author: found.id, author_name: found.name, channel: "api", language: "en", text: requestText(made, "bare"), at }] },
        { table: "decisions", rows: [{ desk, id: newId(at), ticket, event, moment: "opened", at, policy: found.version, ...decision }] },
        {
          table: "promises",
          rows: [
            {
              desk,
              id: newId(at),
              ticket,
              subject: "ticket",
              kind: "first-answer",
              clause: "answer-in-a-day",
              policy: found.version,
              strength: "must",
              starts: at,
              due: at,
              calendar: "",
              state: "withdrawn",
              made_at: at,
              ended_at: at,
            },
          ],
        },
        { table: "outbox", rows: [{ desk, id: newId(at), kind: "bench", ticket, payload: decision.reasons, made_at: at, send_at: at, done_at: at }] },
      ]);
    });
  const round = async (ms: number): Promise<number> => {
    const start = performance.now();
    let done = 0;
    await Promise.all(
      Array.from({ length: job.connections }, async () => {
        while (performance.now() - start < ms) {
          await one();
          done += 1;
        }
      }),
    );
    return (done / (performance.now() - start)) * 1000;
  };
  await round(500);
  const perSecond = await round(job.seconds * 1000);
  await database.close();
  return { perSecond };
}
