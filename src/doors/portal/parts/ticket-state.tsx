// The state of a ticket, by shape and word.
import type { ReactNode } from "react";
import { named } from "../../../words/phrase.ts";

type State = "open" | "waiting" | "closed" | "refused";

export const stateOf = (t: { readonly status: "open" | "waiting" | "closed"; readonly refused: boolean }): State => (t.refused && t.status !== "closed" ? "refused" : t.status);

export const TicketState = ({ state, lang }: { readonly state: State; readonly lang: string }): ReactNode => <span className={`state ${state}`}>{named(lang, "status", state)}</span>;
