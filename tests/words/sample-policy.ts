// A small policy of an invented clinic's desk, in four languages, for the tests of words and pages.
import type { Clause, Policy } from "../../src/policy/model.ts";

const clause = (own: Pick<Clause, "id" | "number" | "section" | "words"> & Partial<Clause>): Clause => ({
  key: own.id,
  strength: "must",
  at: ["opened"],
  when: { is: "always" },
  reads: [],
  spares: [],
  over: [],
  evenIfRefused: false,
  outcome: {},
  slots: {},
  audience: "public",
  suppress: [],
  ...own,
});

export const answerClause = clause({
  id: "first-answer",
  number: "2.1",
  section: "promises",
  slots: {
    must: { type: "duration", value: { amount: 2, unit: "working days" } },
    goal: { type: "duration", value: { amount: 24, unit: "hours" } },
  },
  words: {
    fr: "Nous répondons au plus tard sous {must}, le plus souvent en moins de {goal}.",
    en: "We answer within {must} at the latest, mostly within {goal}.",
    it: "Rispondiamo al più tardi entro {must}, di solito entro {goal}.",
    ro: "Răspundem în cel mult {must}, de obicei în {goal}.",
  },
});
export const zoomClause = clause({
  id: "video-makers",
  number: "1.1",
  section: "scope",
  words: { fr: "Les logiciels de visioconférence relèvent de leurs éditeurs.", en: "Video call software is looked after by its makers." },
});
export const priceClause = clause({
  id: "price",
  number: "3.1",
  section: "charges",
  slots: { price: { type: "money", value: { cents: 4500, currency: "EUR" } } },
  words: { fr: "Une intervention coûte {price}, hors taxe.", en: "An intervention costs {price}, excluding tax." },
});
export const aimClause = clause({
  id: "solution",
  number: "2.2",
  section: "promises",
  strength: "goal",
  slots: { goal: { type: "duration", value: { amount: 5, unit: "days" } } },
  words: { fr: "Nous visons une solution en {goal}.", en: "We aim for a solution in {goal}." },
});
export const feeClause = clause({
  id: "refuse-abuse",
  number: "4.1",
  section: "conduct",
  strength: "may",
  words: { fr: "Une personne peut refuser l’assistance <à qui> insulte.", en: "A person may refuse support to those who <insult> staff." },
  suppress: [{ code: "E-UNREACHABLE", reason: "Kept for the day that it is needed." }],
});
const secret = clause({ id: "secret", number: "4.2", section: "conduct", audience: "agent", words: { fr: "Pour l’équipe seule.", en: "For staff only." } });

export const policy: Policy = {
  id: "clinic",
  version: "3",
  effective: "2026-03-01",
  title: { fr: "Notre assistance", en: "Our support" },
  intro: { fr: "Ce que nous faisons.\n\nEt comment.", en: "What we do." },
  desk: { name: { fr: "Clinique Nord", en: "North Clinic" }, prefix: "NC", languages: ["fr", "en", "it"], zone: "Europe/Paris", address: "help@clinic.example" },
  money: { currency: "EUR", tax: [] },
  facts: {},
  calendars: {
    office: {
      id: "office",
      name: { fr: "Bureau", en: "Office" },
      zone: "Europe/Paris",
      always: false,
      holidays: { country: "FR" },
      week: [
        ...Array.from({ length: 5 }, () => [
          { from: 540, to: 720 },
          { from: 840, to: 1080 },
        ]),
        [],
        [],
      ],
      except: { "2026-12-24": [{ from: 540, to: 720 }], "2026-08-15": [] },
      announce: { amount: 5, unit: "working days" },
    },
    night: { id: "night", name: { fr: "Nuit", en: "Night" }, zone: "Europe/Paris", always: false, week: Array.from({ length: 7 }, () => [{ from: 1200, to: 1560 }]), except: {} },
    line: { id: "line", name: { fr: "Téléphone", en: "Telephone" }, zone: "Europe/Paris", always: true, week: [], except: {} },
    open: { id: "open", name: { fr: "Accueil", en: "Front desk" }, zone: "Europe/Paris", always: false, week: [], except: {}, undecided: "business hours" },
  },
  documents: { terms: { id: "terms", version: "1", title: { fr: "Conditions" }, words: { fr: "Les sauvegardes sont les vôtres." } } },
  parties: {},
  roles: {},
  things: {},
  heads: [
    { section: "scope", number: 1, title: {} },
    { section: "promises", number: 2, title: { fr: "Nos délais" } },
    { section: "charges", number: 3, title: {} },
    { section: "conduct", number: 4, title: {} },
    { section: "upkeep", number: 5, title: {} },
  ],
  tables: {},
  clauses: [zoomClause, answerClause, aimClause, priceClause, feeClause, secret],
  statements: [],
  suppress: [],
  decisions: [
    {
      id: "hours",
      date: "2026-02-11",
      author: "Ana Pop",
      quotes: [{ text: "open <always>", place: "paragraph 2" }],
      readings: ["day and night", "in business hours"],
      choice: "Day and night.",
      reason: "The telephone is staffed at night.",
      settles: [],
    },
  ],
  vague: [],
};
