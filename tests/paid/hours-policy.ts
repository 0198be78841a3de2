// A policy with two hours a month for premium practices and packs for everybody; beyond them an intervention has a price. And the same asking before it closes.
export const HOURS_POLICY = `
policy: hours
version: "1"
effective: 2020-01-01
title: { en: Support }
desk:
  name: { en: Hours desk }
  prefix: HR
  languages: [en]
  zone: Europe/Rome
  address: help@hours.example
money:
  currency: EUR
  tax:
    - { rate: 22, country: IT, name: { en: VAT } }
    - { rate: 0, customer: business, name: { en: Reverse charge } }
facts:
  plan: { values: [premium, plain], source: record, fallback: plain, label: { en: Plan } }
  worked.connection: { label: { en: Time connected } }
  left.remote-hours: { label: { en: Hours left } }
  outcome:
    values: { solved: { label: { en: solved } }, unresolved: { label: { en: unresolved } } }
    label: { en: Outcome }
scope:
  - clause: everything
    scope: in
    words: { en: We help with the program. }
entitlement:
  - clause: everybody
    entitlement: granted
    words: { en: Everybody may ask. }
allowances:
  - clause: hours-of-the-plan
    when: { plan: premium }
    allowance: remote-hours
    quantity: 2 hours
    per: month
    words: { en: "The premium plan includes {quantity} each month." }
charges:
  - clause: from-the-hours
    when: { left.remote-hours: { over: 0 minutes } }
    charge: { draws: remote-hours, per: 30 minutes, started: whole, after: consent }
    words: { en: While hours are left an intervention is taken from them. }
  - clause: by-the-piece
    charge: { price: 45.00 EUR, includes: 20 minutes, per: problem, after: consent }
    words: { en: "Otherwise an intervention costs {price} for {includes}, VAT excluded." }
  - clause: beyond
    for: overrun
    charge: { price: 35.00 EUR, per: 30 minutes, started: whole, after: consent }
    words: { en: "Beyond that each started {per_each} costs {price}, VAT excluded, once you agree." }
  - clause: as-agreed
    for: settlement
    when: { outcome: [solved, unresolved] }
    charge: as-agreed
    words: { en: You pay what was agreed. }
  - clause: nothing-else
    for: settlement
    charge: none
    audience: agent
    words: { en: Nothing to pay. }
queue:
  - clause: as-received
    order: received
    audience: agent
    words: { en: In the order received. }
closure:
  - clause: done
    when: { outcome: [solved, unresolved] }
    closure: close
    words: { en: Done is closed. }
  - clause: open
    closure: keep-open
    audience: agent
    words: { en: Else it stays open. }
`;

const CLOSES = `closure:
  - clause: done`;
/** The same, where the customer is asked before a request is closed as solved. */
export const ASKING_HOURS_POLICY = HOURS_POLICY.replace(
  CLOSES,
  `closure:
  - clause: agreed-with-you
    when: { outcome: solved, closing: not-asked }
    over: [done]
    closure: ask
    remind: ["2 days"]
    after: 7 days
    words: { en: "Before we close a request as solved we ask you; we remind you after {remind}, and without an answer close it after {after}." }
  - clause: done`,
);
