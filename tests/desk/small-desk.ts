// A desk to test on: the small policy, one expert, one office in good standing and one whose subscription has run out.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blobsIn } from "../../src/database/blobs.ts";
import type { House } from "../../src/desk/house.ts";
import { keepMember, keepOrganisation } from "../../src/desk/organisations/writes.ts";
import { deskPolicy, keepDesk, keepVersion } from "../../src/desk/policies/activate.ts";
import { hashPassword } from "../../src/desk/staff/password.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { compile } from "../../src/policy/index.ts";
import { freshDatabase } from "../database/fresh-database.ts";
import { SMALL_POLICY } from "./small-policy.ts";

export const MONDAY = Date.parse("2026-03-02T09:00:00Z"); // 10:00 in Paris

/** The desk "small" with a clock that a test can move. */
export async function smallDesk() {
  const { database, url, secret } = await freshDatabase();
  let now = MONDAY;
  const news: string[] = [];
  const house: House = {
    database,
    secret,
    blobs: blobsIn(await mkdtemp(join(tmpdir(), "troth-blobs-"))),
    now: () => now,
    publicUrl: "http://127.0.0.1:8080",
    changed: (n) => void news.push(n.kind),
  };
  const { policy } = compile(SMALL_POLICY);
  if (!policy) throw new Error("the small policy does not compile");
  const password = await hashPassword("correct horse battery");
  const ids = await database.asOwner(async (tx) => {
    await keepDesk(tx, "small", policy);
    if (!(await deskPolicy(tx, "small"))) await keepVersion(tx, "small", 1, policy, SMALL_POLICY, "test");
    const expert = await keepStaff(tx, "small", { name: "Ana Petit", email: "ana@small.example", role: "agent", language: "fr", trained: [], present: true, demo: false }, password, MONDAY);
    const paid = await keepOrganisation(tx, "small", { name: "Cabinet Payé", zone: "Europe/Paris", language: "fr", attributes: { subscription: "paid" } }, MONDAY, "test");
    const contact = await keepMember(tx, "small", paid, { name: "Léa Payé", email: "lea@paid.example", sees: "office" }, MONDAY);
    const expired = await keepOrganisation(tx, "small", { name: "Cabinet Expiré", attributes: { subscription: "expired" } }, MONDAY, "test");
    const late = await keepMember(tx, "small", expired, { name: "Luc Expiré", email: "luc@expired.example", sees: "office" }, MONDAY);
    return { expert, paid, contact, expired, late };
  });
  return { house, database, url, secret, ids, news, at: (t: number) => void (now = t), policy };
}
