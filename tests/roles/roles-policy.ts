// The small policy with roles that people hold: a judge decides cases, the board hears appeals and grants exceptions, the office is told, specialists take over.
import { CONDUCT_POLICY } from "../conduct/small-conduct.ts";

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
  .replace("entitlement: granted\n    words: { fr: Une urgence", "over: [closed-to-you, an-exception]\n    entitlement: granted\n    words: { fr: Une urgence")
  .replace(
    "entitlement: refused\n    words: { fr: Le support vous est fermé.",
    "over: [renewal-always, subscribed, an-exception]\n    entitlement: refused\n    words: { fr: Le support vous est fermé.",
  )
  .replace("entitlement: granted\n    words: { fr: Une question de renouvellement", "over: [an-exception]\n    entitlement: granted\n    words: { fr: Une question de renouvellement")
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
  - clause: the-office-hears-of-ends
    at: [record]
    notice: ended
    to: office
    when: { subscription: expired }
    audience: agent
    words: { fr: Le bureau des contrats apprend qu’un abonnement a pris fin., en: The contracts office hears that a subscription has ended. }
escalations:
  - clause: to-specialists
    at: [finding]
    when: { level: front, beyond-us: yes }
    escalate: specialists
    tell: [requester, office]
    words: { fr: "Ce qui nous dépasse passe à {escalate}.", en: "What is beyond us goes to {escalate}." }
remedies:
  - clause: the-board-hears
    remedy: tell
    to: board
    audience: agent
    words: { fr: La direction apprend chaque promesse manquée., en: The management hears of every broken promise. }
`,
  );
