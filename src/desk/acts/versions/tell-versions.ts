// Tells people of a version that is to come, or that does not come after all: some at a time, each once. What a batch does and how far it is stand in one
// transaction, so that after any end of a process the next goes on where it was. SPEC 22.3, 22.4.
import type { PolicyNewsRow } from "../../../database/rows.gen.ts";
import type { Tx } from "../../../database/tx.ts";
import { type Policy, type Reason, saysWhoIsTold, takesEffect, toldOfPolicy, type Value } from "../../../policy/index.ts";
import type { House } from "../../house.ts";
import { acceptedIn } from "../../offers/reads.ts";
import { customerOf, type Found } from "../../people/reads.ts";
import { peopleLeft, peopleWithAccount } from "../../people/with-account.ts";
import { followPolicy } from "../../policies/activate.ts";
import { isReplaced, keepBack, lockNews, neverCame, newsFurther, nextTold } from "../../policies/news.ts";
import { policyInForce, policyVersion } from "../../policies/running.ts";
import { announcement, type Letter, withdrawal } from "./version-mail.ts";
import { comparedVersions, knownOf } from "../../views/what-changes.ts";

const BATCH = 100; // people at once
const PAUSE = 5_000; // ms until the next of them: the desk's other mails leave in between

/** Takes some of it further; nothing where another process does. */
export async function tellVersion(house: House, { desk, version, kind }: Pick<PolicyNewsRow, "desk" | "version" | "kind">): Promise<void> {
  await house.database.asDesk(
    desk,
    async (tx) => {
      const row = await lockNews(tx, version, kind, house.now());
      if (!row) return;
      if (kind === "effective") await becomesEffective(tx, house, row);
      else if (kind === "announced") await announceSome(tx, house, row);
      else await withdrawSome(tx, house, row);
      tx.afterCommit(() => house.changed({ desk, ticket: null, event: `version:${version}:${kind}:${house.now()}`, kind: "policy" }));
    },
    { retry: true },
  );
}

/** From now on the desk's own row says what this version says, unless a later one holds already. */
async function becomesEffective(tx: Tx, house: House, row: PolicyNewsRow): Promise<void> {
  const { policy, version } = await policyInForce(tx, row.desk, house.now());
  if (version === row.version) await followPolicy(tx, row.desk, policy);
  await newsFurther(tx, row, { after: null, told: 0 }, null, house.now());
}

async function announceSome(tx: Tx, house: House, row: PolicyNewsRow): Promise<void> {
  const at = house.now();
  const { desk, version } = row;
  const { old, next } = await bothOf(tx, row);
  if (takesEffect(next) <= at) return newsFurther(tx, row, { after: null, told: 0, missed: await peopleLeft(tx, row.after) }, null, at);
  const comparison = await comparedVersions(tx, desk, row.was ?? version, version);
  const people = await peopleWithAccount(tx, row.after, BATCH);
  const letters: Letter[] = [];
  let unreachable = 0;
  for (const customer of people) {
    const known = knownOf([old, next], customer, at);
    const reasons = await whyTold(tx, old, customer, known, at);
    if (reasons?.length === 0) continue;
    if (customer.person.bounced_at === null) letters.push(announcement({ house, row, old, next }, customer, comparison, known, reasons));
    else unreachable += 1;
  }
  await write(tx, row, letters, at);
  await newsFurther(tx, row, { after: people.at(-1)?.person.id ?? null, told: letters.length, unreachable }, people.length < BATCH ? null : at + PAUSE, at);
}

/** The clauses by which they are told; none: they are not. Null where the policy leaves it to the desk. */
async function whyTold(tx: Tx, policy: Policy, { person }: Found, known: Readonly<Record<string, Value>>, at: number): Promise<readonly Reason[] | null> {
  if (!saysWhoIsTold(policy)) return null;
  const documents = Object.keys(policy.documents);
  const accepted = documents.length ? await acceptedIn(tx, policy, person) : [];
  return toldOfPolicy(policy, at, { ...known, ...Object.fromEntries(documents.map((id) => [`accepted.${id}`, accepted.includes(id)])) });
}

/** Who was told is told that it does not come; a mail that has not begun to leave simply does not. */
async function withdrawSome(tx: Tx, house: House, row: PolicyNewsRow): Promise<void> {
  const at = house.now();
  const both = await bothOf(tx, row);
  const told = await nextTold(tx, row.version, row.after, BATCH);
  const replaced = await isReplaced(tx, row.version, at);
  const letters: Letter[] = [];
  let keptBack = 0;
  for (const { person, outbox } of told) {
    if (await keepBack(tx, outbox)) {
      keptBack += 1;
      continue;
    }
    const customer = await customerOf(tx, { id: person });
    if (customer && !(await neverCame(tx, outbox))) letters.push(withdrawal({ house, row, ...both }, customer, replaced));
  }
  await write(tx, row, letters, at);
  await newsFurther(tx, row, { after: told.at(-1)?.person ?? null, told: letters.length, keptBack }, told.length < BATCH ? null : at + PAUSE, at);
}

async function bothOf(tx: Tx, { desk, was, version }: PolicyNewsRow): Promise<{ readonly old: Policy; readonly next: Policy }> {
  const [old, next] = await Promise.all([policyVersion(tx, desk, was), policyVersion(tx, desk, version)]);
  return { old: old.policy, next: next.policy };
}

async function write(tx: Tx, { desk, version, kind }: PolicyNewsRow, letters: readonly Letter[], at: number): Promise<void> {
  if (letters.length === 0) return;
  await tx.writeAll([
    { table: "outbox", rows: letters.map(({ row }) => row) },
    { table: "policy_told", rows: letters.map(({ person, row }) => ({ desk, version, kind, person, outbox: row.id, at })) },
  ]);
}
