// A desk that runs by it, with leads and agents who hold nothing yet.
import { policyInForce } from "../../src/desk/policies/running.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import type { OutboxMail } from "../../src/desk/outbox-mail.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { compile } from "../../src/policy/index.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import { apiDesk } from "../api/api-desk.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { ROLES_POLICY } from "./roles-policy.ts";

/** The desk with its leads and agents; mails that wait are read as they would be sent. */
export async function rolesDesk() {
  const desk = await apiDesk();
  const { database } = desk;
  const activate = async (version: number, text: string): Promise<void> => {
    const { policy, findings } = compile(text);
    if (!policy) throw new Error(JSON.stringify(findings, null, 1));
    await database.asOwner((tx) => keepVersion(tx, "small", version, policy, text, "test"));
  };
  await activate(3, ROLES_POLICY);
  const make = async (name: string, role: "lead" | "agent", language: string) => {
    const id = await database.asOwner((tx) => keepStaff(tx, "small", { name, email: `${name.toLowerCase()}@small.example`, role, language, trained: [], present: false, demo: false }, "x", MONDAY));
    return { id, ...(await desk.session("small", "staff", id)) };
  };
  return {
    ...desk,
    activate,
    running: () => database.asDesk("small", (tx) => policyInForce(tx, "small", desk.house.now())),
    staff: { ida: await make("Ida", "agent", "it"), ben: await make("Ben", "agent", "en"), ron: await make("Ron", "agent", "ro"), lou: await make("Lou", "lead", "fr") },
    holds: (who: string, holds: readonly string[]) => desk.call<{ holds: string[]; code?: string; faults?: { at: string; message: string }[] }>(desk.admin, "PATCH", `/staff/${who}`, { holds }),
    /** The mails that wait for this address, the oldest first. */
    mailsTo: (address: string) =>
      database.asDesk("small", async (tx) =>
        (await tx.query<{ payload: OutboxMail }>("select payload from outbox where payload->'to'->>'address' = $1 order by made_at, id", [address])).map(({ payload }) => composeMail(payload.what)),
      ),
  };
}
