// Where one can go: every day, and for those who run the desk.
import type { IconName } from "../parts/icon.tsx";
import type { WordKey } from "../words/console-words.ts";

type To = "/queue" | "/tickets" | "/new" | "/customers" | "/staff" | "/keys" | "/inbound" | "/mail";
export interface Place { readonly to: To; readonly icon: IconName; readonly word: WordKey }

export const DAILY: readonly Place[] = [
  { to: "/queue", icon: "queue", word: "nav.queue" },
  { to: "/tickets", icon: "tickets", word: "nav.tickets" },
  { to: "/new", icon: "phone", word: "nav.new" },
  { to: "/customers", icon: "people", word: "nav.customers" },
];
export const HOUSE: readonly Place[] = [
  { to: "/staff", icon: "person", word: "nav.staff" },
  { to: "/keys", icon: "key", word: "nav.access" },
  { to: "/inbound", icon: "mail", word: "nav.inbound" },
  { to: "/mail", icon: "send", word: "nav.mail" },
];
