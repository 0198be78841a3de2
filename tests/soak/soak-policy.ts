// The small policy with everything that a clock does: pauses, reminders, a rhythm, steps up by time, warnings.
import { SMALL_POLICY } from "../desk/small-policy.ts";

const words = (text: string): string => `    words: { fr: "${text}", en: "${text}" }\n`;

export const SOAK_POLICY = SMALL_POLICY.replace(
  "facts:\n",
  "facts:\n  level: { fallback: front, values: { front: { label: { fr: le front, en: the front } }, experts: { label: { fr: les spécialistes, en: the specialists } } } }\n",
)
  .replace("roles:\n", "things:\n  log: { name: { fr: le journal, en: the log } }\nroles:\n")
  .replace(
    "remedies:\n",
    `  - clause: solution
    promise: solution
    must: 40 working hours
    calendar: office
    pauses: [waiting-on-customer]
    warn: [8 working hours]
${words("A solution within {must}.")}  - clause: called-back
    promise: call-back
    must: 3 days
    starts: message
${words("We call back within {must}.")}  - clause: news
    when: { level: experts }
    promise: update
    every: 4 days
${words("News every {every}.")}  - clause: no-news
    promise: update
    none: true
${words("No rhythm.")}asks:
  - clause: steps
    when: { cause: theirs }
    ask: steps
    items: [log]
    pause: true
    remind: [2 days, 5 days]
${words("Send us {items}; we remind you after {remind}.")}escalations:
  - clause: by-time
    at: [timer]
    when: { level: front, outcome: unknown, age: { from: 6 days } }
    escalate: experts
    how: [by-time]
    tell: [requester]
${words("After {when_age_from} it goes to {escalate}.")}remedies:
`,
  );
