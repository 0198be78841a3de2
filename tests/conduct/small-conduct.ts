// The small desk with a section on conduct: who asks a third time in a day is slowed down, abuse may be restricted, an emergency gets through.
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { compile } from "../../src/policy/index.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import type { apiDesk } from "../api/api-desk.ts";

export const CONDUCT_POLICY = SMALL_POLICY.replace('version: "1"', 'version: "2"')
  .replace("      renewal: {", "      emergency: { label: { fr: Urgence, en: Emergency } }\n      renewal: {")
  .replace(
    "calendars:\n",
    `  tickets-lately:
    label: { fr: Demandes récentes, en: Requests lately }
    count: { of: ticket-opened, by: person, in: 24 hours, until: this-event }
  conduct-report:
    values: { none: { label: { fr: Rien, en: Nothing } }, abuse: { label: { fr: Injures, en: Abuse } } }
    of: person
    source: agent
    shown: staff
    fallback: none
    label: { fr: Comportement, en: Conduct }
calendars:
`,
  )
  .replace(
    "scope:\n",
    `conduct:
  - clause: slower
    when: { tickets-lately: { from: 3 } }
    conduct: slow-down
    for: 30 minutes
    words: { fr: "À partir de {when_tickets_lately_from} demandes en {tickets_lately_in}, la suivante attend {for}.", en: "From {when_tickets_lately_from} requests in {tickets_lately_in} on, the next waits {for}." }
  - clause: abuse
    when: { conduct-report: abuse }
    may: { role: lead, options: [restrict], hear: 2 working days, appeal: lead, contest: 10 days, lapse: 10 days }
    conduct: restriction
    for: 1 months
    words: { fr: "L’injure peut fermer le support pour {for}.", en: "Abuse may close support for {for}." }
scope:
`,
  )
  .replace(
    "entitlement:\n",
    `entitlement:
  - clause: emergency-always
    when: { topic: emergency }
    entitlement: granted
    words: { fr: Une urgence passe toujours., en: An emergency always gets through. }
  - clause: closed-to-you
    when: { standing: [restricted, ended] }
    entitlement: refused
    words: { fr: Le support vous est fermé., en: Support is closed to you. }
`,
  );

/** Puts the policy in force on the desk. */
export async function withConduct(desk: Awaited<ReturnType<typeof apiDesk>>): Promise<void> {
  const { policy, findings } = compile(CONDUCT_POLICY);
  if (!policy) throw new Error(JSON.stringify(findings, null, 1));
  await desk.database.asOwner((tx) => keepVersion(tx, "small", 2, policy, CONDUCT_POLICY, "test"));
}
