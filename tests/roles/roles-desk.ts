// The small desk with roles that people hold: a judge decides cases, the board hears appeals and grants exceptions, the office is told, specialists take over.
import { policyInForce } from "../../src/desk/policies/running.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import type { OutboxMail } from "../../src/desk/outgoing.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { compile } from "../../src/policy/index.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import { apiDesk } from "../api/api-desk.ts";
import { CONDUCT_POLICY } from "../conduct/small-conduct.ts";
import { MONDAY } from "../desk/small-desk.ts";

const ROLES = `roles:
  lead: { name: { fr: responsable, en: lead } }
  judge: { name: { fr: la médiatrice, en: the ombudsperson, ro: mediatoarea } }
  board: { name: { fr: la direction, en: the management } }
  specialists: { name: { fr: les spécialistes, en: the specialists } }
  office: { name: { fr: le bureau des contrats, en: the contracts office } }
`;

export const ROLES_POLICY = CONDUCT_POLICY.replace('version: "2"', 'version: "3"')
  .replace(/^roles:\n.*\n/m, ROLES)
  .replace("role: lead, options: [restrict]", "role: judge, options: [restrict]")
  .replace("appeal: lead", "appeal: board")
  .replace(
    "  conduct-report:\n",
    `  level:
    values: { front: { label: { fr: accueil, en: front } }, specialists: { label: { fr: spécialistes, en: specialists } } }
    fallback: front
    label: { fr: Niveau, en: Level }
  beyond-us: { type: yes-no, of: ticket, source: agent, known: finding, shown: staff, label: { fr: Au-delà de nous, en: Beyond us } }
  conduct-report:
`,
  )
  .replace(
    "  - clause: not-subscribed\n",
    `  - clause: an-exception
    when: { subscription: expired }
    may: { role: board, options: [help-once] }
    entitlement: granted
    words: { fr: La direction peut faire une exception., en: The management may make an exception. }
  - clause: not-subscribed
`,
  )
  .replace(
    "remedies:\n",
    `notices:
  - clause: the-office-is-told
    at: [opened]
    notice: new-renewal
    to: office
    when: { topic: renewal }
    audience: agent
    words: { fr: Le bureau des contrats est prévenu des renouvellements., en: The contracts office is told of renewals. }
escalations:
  - clause: to-specialists
    at: [finding]
    when: { level: front, beyond-us: yes }
    escalate: specialists
    tell: [requester, office]
    words: { fr: "Ce qui nous dépasse passe à {escalate}.", en: "What is beyond us goes to {escalate}." }
remedies:
`,
  );

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
