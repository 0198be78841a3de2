// Fills the desk: customers first, then tickets by the ten thousand, each with its messages, decision, promise and events.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { DESK } from "./api.ts";
import { OFFICES, PEOPLE } from "./people.ts";
import { LANGUAGES, vocabularies } from "./vocabulary.ts";

/** In the first message of the n-th ticket and nowhere else. */
export const uniqueWord = (n: number): string => `qz${n}kx`;
export const seededNumber = (n: number): string => `TX-${1_000_000 + n}`;

const BATCH = 5_000;

export interface Seeding {
  customers(): Promise<void>;
  /** Tickets number `from` (inclusive) to `to` (exclusive); afterwards the planner knows them. */
  tickets(from: number, to: number, told: (done: number) => void): Promise<void>;
  /** Mails that have not left yet. */
  waitingMails(): Promise<number>;
  /** Waits until the database has taken stock of what was put there: a desk that grew to its size in years is not measured while a minute's worth of it is still being counted. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const QUIET_S = 20; // four times what the server's database waits between two looks
const PATIENCE_S = 300;

/** As the owner of the embedded database. */
export async function seeding(databaseUrl: string): Promise<Seeding> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("set synchronous_commit = off; set session_replication_role = replica"); // no foreign key is looked up: all are made here
  return {
    async customers() {
      await client.query(
        `insert into organisations (desk, id, name, zone, language, attributes)
         select $1, gen_random_uuid(), 'Office ' || n || ' of the bench', 'Europe/Bucharest', (array['en', 'fr', 'it', 'ro'])[1 + n % 4], jsonb_build_object('plan', (array['essential', 'pro', 'business'])[1 + n % 3], 'users', 1 + n % 40)
         from generate_series(0, $2 - 1) n on conflict do nothing`,
        [DESK, OFFICES],
      );
      await client.query(
        `insert into people (desk, id, organisation, name, email, language, zone)
         select $1, gen_random_uuid(), o.id, 'Person ' || n, 'person' || n || '@office' || n % $3 || '.bench.example', o.language, o.zone
         from generate_series(0, $2 - 1) n join organisations o on o.desk = $1 and o.name = 'Office ' || n % $3 || ' of the bench' on conflict do nothing`,
        [DESK, PEOPLE, OFFICES],
      );
      for (const table of ["organisations", "people"]) await client.query(`vacuum (analyze) ${table}`);
    },
    async tickets(from, to, told) {
      await client.query(CUSTOMERS);
      const said = vocabularies();
      for (let n = from; n < to; n += BATCH) {
        await client.query("begin");
        for (const statement of TICKETS) await client.query(statement.replaceAll("$from", String(n)).replaceAll("$to", String(Math.min(to, n + BATCH) - 1)));
        await client.query(MESSAGES, [DESK, n, Math.min(to, n + BATCH) - 1, ...LANGUAGES.map((language) => said[language].sentences)]);
        await client.query("commit");
        told(Math.min(to, n + BATCH));
      }
      for (const table of ["tickets", "messages", "events", "decisions", "promises", "timers", "outbox", "ticket_marks"]) await client.query(`vacuum (analyze) ${table}`);
    },
    async waitingMails() {
      const { rows } = await client.query<{ n: number }>("select count(*)::int as n from outbox where done_at is null and kind = 'mail'");
      return rows[0]?.n ?? 0;
    },
    async settled() {
      for (let [quiet, waited] = [0, 0]; quiet < QUIET_S && waited < PATIENCE_S; waited++) {
        const { rows } = await client.query("select from pg_stat_activity where backend_type = 'autovacuum worker'");
        quiet = rows.length > 0 ? 0 : quiet + 1;
        await wait(1_000);
      }
      await client.query("checkpoint");
    },
    close: () => client.end(),
  };
}

/** Who writes, and the newest ticket that came in by the API: its decision is everybody's. */
const CUSTOMERS = `
drop table if exists bench_people, bench_example;
create temp table bench_people as select row_number() over (order by p.email) - 1 as n, p.id, p.organisation, p.name from people p where p.desk = '${DESK}' and p.email like '%.bench.example';
create temp table bench_example as select t.policy, t.rank, t.rank_clause, t.results, d.facts, d.results as answers, d.reasons, d.effects, pr.clause, pr.kind, pr.strength, pr.calendar
  from tickets t join decisions d on d.desk = t.desk and d.ticket = t.id and d.moment = 'opened' join promises pr on pr.desk = t.desk and pr.ticket = t.id
  where t.desk = '${DESK}' and t.channel = 'api' order by t.opened_at desc limit 1`;

const IN_TURN = (n: string): string =>
  `(lpad(to_hex((extract(epoch from opened_at) * 1000)::bigint), 12, '0') || '7' || substr(md5('${n}' || n), 1, 3) || '8' || substr(md5('${n}' || n), 4, 15))::uuid`;

/** One in twenty open, one waiting, the rest closed over two years. */
const TICKETS = [
  "drop table if exists bench_tickets",
  `create temp table bench_tickets as select *, ${IN_TURN("ticket")} as id from (
    select g.n, case g.n % 20 when 0 then 'open' when 1 then 'waiting' else 'closed' end as status, (array['en', 'fr', 'it', 'ro'])[1 + g.n / 20 % 4] as language,
      date_trunc('milliseconds', now() - case when g.n % 20 < 2 then random() * interval '20 hours' else interval '2 days' + random() * interval '2 years' end) as opened_at,
      (array['Upload does not work', 'Le document ne s''ouvre pas', 'Il documento non si apre', 'Documentul nu se deschide'])[1 + g.n / 20 % 4] || ' (' || g.n || ')' as subject,
      p.id as person, p.organisation, p.name
    from generate_series($from, $to) g (n) join bench_people p on p.n = g.n * 7919 % (select count(*) from bench_people)) made`,
  `insert into tickets (desk, id, number, subject, requester, organisation, channel, language, zone, status, outcome, rank, rank_clause, policy, claims, results, opened_at, changed_at, said_at, closed_at)
    select '${DESK}', t.id, 'TX-' || 1000000 + t.n, t.subject, t.person, t.organisation,
      (array['mail', 'portal', 'api'])[1 + t.n % 3], t.language, 'Europe/Bucharest', t.status, case when t.status = 'closed' then 'solved' end, e.rank, e.rank_clause, e.policy, '{"topic": "documents"}', e.results,
      t.opened_at, t.opened_at + interval '1 hour', t.opened_at, case when t.status = 'closed' then t.opened_at + interval '1 day' end from bench_tickets t, bench_example e`,
  `insert into events (desk, id, kind, ticket, by_kind, by_id, at) select '${DESK}', 'bench:ask:' || n, 'ask', id, 'person', person::text, opened_at from bench_tickets
    union all select '${DESK}', 'bench:answer:' || n, 'answer', id, 'desk', null, opened_at + interval '1 hour' from bench_tickets where status <> 'open'`,
  `insert into decisions (desk, id, ticket, event, moment, at, policy, facts, results, reasons, effects)
    select '${DESK}', ${IN_TURN("decision")}, t.id, 'bench:ask:' || t.n, 'opened', t.opened_at, e.policy, e.facts, e.answers, e.reasons, e.effects from bench_tickets t, bench_example e`,
  `insert into promises (desk, id, ticket, subject, kind, clause, policy, strength, starts, due, calendar, state, made_at, ended_at)
    select '${DESK}', ${IN_TURN("promise")}, t.id, 'ticket', e.kind, e.clause, e.policy, e.strength, t.opened_at, t.opened_at + interval '24 hours', e.calendar, case when t.status = 'open' then 'running' else 'kept' end, t.opened_at,
      case when t.status <> 'open' then t.opened_at + interval '1 hour' end from bench_tickets t, bench_example e`,
  `insert into timers (desk, ticket, key, at, moment, about)
    select '${DESK}', t.id, 'promise:ticket/' || e.kind, t.opened_at + interval '24 hours', 'promise-ended', 'ticket/' || e.kind from bench_tickets t, bench_example e where t.status = 'open'`,
];

const MESSAGES = `
with sentences as (select * from (values ('en', $4::text[]), ('fr', $5::text[]), ('it', $6::text[]), ('ro', $7::text[])) s (language, list)),
texts as (
  select t.*, (select string_agg(s.list[1 + ((t.n::bigint * 104729 + k * 7919 + t.n / 400 * k) % 400)::int], '. ') from generate_series(1, 4) k) as words from bench_tickets t join sentences s on s.language = t.language
  where t.n between $2 and $3
),
marked as (
  insert into ticket_marks (desk, ticket, language, marks, topics, words)
  select $1, id, language, array['code QZ' || n || 'KX', 'code ' || n], '{}', array(select distinct left(w, 5) from unnest(string_to_array(translate(lower(subject || ' ' || words), '.,()', ''), ' ')) w where length(w) >= 4) from texts
)
insert into messages (desk, id, ticket, kind, author, author_name, channel, language, text, at, subject)
select $1, ${IN_TURN("message")}, id, 'message', person, name, 'portal', language, words || '. qz' || n || 'kx', opened_at, subject from texts
union all select $1, ${IN_TURN("answer")}, id, 'answer', null, 'Radu Stan', 'portal', language, left(words, 200), opened_at + interval '1 hour', null from texts where status <> 'open'`;
