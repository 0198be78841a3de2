// Where one can go: every day, and for those who run the desk.
import type { IconName } from "../parts/icon.tsx";
import type { WordKey } from "../words/console-words.ts";

type To =
  | "/queue"
  | "/tickets"
  | "/new"
  | "/customers"
  | "/problems"
  | "/conduct"
  | "/staff"
  | "/keys"
  | "/inbound"
  | "/mail"
  | "/mail-words"
  | "/hours"
  | "/policy"
  | "/rota"
  | "/promises"
  | "/statements"
  | "/webhooks";
export interface Place {
  readonly to: To;
  readonly icon: IconName;
  readonly word: WordKey;
  readonly lead?: true;
  /** Not among the few that a telephone's bar has room for; there it stands in the menu of the account. */
  readonly wide?: true;
}

const DAILY: readonly Place[] = [
  { to: "/queue", icon: "queue", word: "nav.queue" },
  { to: "/tickets", icon: "tickets", word: "nav.tickets" },
  { to: "/new", icon: "phone", word: "nav.new" },
  { to: "/customers", icon: "people", word: "nav.customers" },
  { to: "/problems", icon: "linked", word: "nav.problems", wide: true },
  { to: "/conduct", icon: "warn", word: "nav.conduct" },
];
/** For admins; those marked `lead` for leads, too. */
export const HOUSE: readonly Place[] = [
  { to: "/promises", icon: "check", word: "nav.promises", lead: true },
  { to: "/rota", icon: "clock", word: "nav.rota", lead: true },
  { to: "/hours", icon: "note", word: "nav.hours", lead: true },
  { to: "/policy", icon: "policy", word: "nav.versions", lead: true },
  { to: "/statements", icon: "file", word: "nav.statements", lead: true },
  { to: "/staff", icon: "person", word: "nav.staff" },
  { to: "/keys", icon: "key", word: "nav.access" },
  { to: "/webhooks", icon: "out", word: "nav.webhooks" },
  { to: "/inbound", icon: "mail", word: "nav.inbound" },
  { to: "/mail", icon: "send", word: "nav.mail" },
  { to: "/mail-words", icon: "note", word: "nav.words" },
];

/** Where everybody can go: to cases of conduct only where the policy has clauses on it. */
export const dailyOf = (conduct: boolean): readonly Place[] => DAILY.filter(({ to }) => to !== "/conduct" || conduct);

/** Where somebody of this role can go in the house. */
export const houseOf = (role: string | null): readonly Place[] => HOUSE.filter(({ lead }) => role === "admin" || (role === "lead" && lead));
