// A small policy for tests of the road: two topics, a refusal, a promise on French working days, an expert who is named.
export const SMALL_POLICY = `
policy: small
version: "1"
effective: 2020-01-01
title: { fr: Politique de support, en: Support policy }
desk:
  name: { fr: Support Petit, en: Small support }
  prefix: SM
  languages: [fr, en]
  zone: Europe/Paris
  address: help@small.example
facts:
  topic:
    values:
      how-to: { label: { fr: Utilisation, en: How to } }
      video: { label: { fr: Visio, en: Video } }
      renewal: { label: { fr: Renouvellement, en: Renewal } }
  subscription: { values: [paid, expired, none], source: record, fallback: none, label: { fr: Abonnement, en: Subscription } }
calendars:
  office:
    name: { fr: heures de bureau, en: office hours }
    open: { mon-fri: ["09:00-18:00"] }
    holidays: FR
parties:
  maker: { name: { fr: son éditeur, en: its maker } }
roles:
  lead: { name: { fr: responsable, en: lead } }
scope:
  - clause: video-ours
    when: { topic: video, cause: ours }
    scope: in
    words: { fr: La panne vient de nous., en: The fault is ours. }
  - clause: video-out
    when: { topic: video }
    scope: out
    refer: maker
    words: { fr: "La visio relève de {refer}.", en: "Video calls are a matter for {refer}." }
  - clause: the-rest
    scope: in
    audience: agent
    words: { fr: Le reste., en: The rest. }
entitlement:
  - clause: renewal-always
    when: { topic: renewal }
    entitlement: granted
    words: { fr: Une question de renouvellement reçoit toujours une réponse., en: A question about renewing is always answered. }
  - clause: subscribed
    when: { subscription: paid }
    entitlement: granted
    audience: agent
    words: { fr: Abonné., en: Subscribed. }
  - clause: not-subscribed
    entitlement: refused
    words: { fr: Le support est réservé aux abonnés., en: Support is for subscribers. }
queue:
  - clause: named
    route: named-expert
    audience: agent
    words: { fr: Un expert., en: One expert. }
promises:
  - clause: answer
    promise: first-answer
    must: 2 working days
    goal: 24 hours
    calendar: office
    ends: close
    late-arrival: next-opening
    words: { fr: "Réponse en {must}, souvent en {goal}.", en: "An answer within {must}, often within {goal}." }
remedies:
  - clause: sorry
    remedy: apology
    words: { fr: Nous vous devons des excuses., en: We owe you an apology. }
closure:
  - clause: silent
    at: [timer]
    when: { waiting-on: customer, idle: { from: 14 days } }
    closure: close
    as: unresolved
    words: { fr: "Sans nouvelles après {when_idle_from}, nous fermons.", en: "After {when_idle_from} of silence we close." }
  - clause: solved
    at: [finding, closed]
    when: { outcome: solved }
    closure: close
    as: solved
    words: { fr: Ce qui est résolu est fermé., en: What is solved is closed. }
  - clause: stays
    closure: keep-open
    audience: agent
    words: { fr: Reste ouvert., en: Stays open. }
`;
