// What the authors of tickets that were joined into another read of it beside its requester: answers, what is asked again, notices to the customer, and how it closes.
import type { Decision } from "../../policy/index.ts";
import type { MailToWrite } from "../../words/mails/compose.ts";
import type { Event } from "../event.ts";
import type { JoinedAuthor } from "../joins/reads.ts";
import type { Plan } from "../plan.ts";
import { type Telling, tell, tellNotices } from "./tell.ts";

interface Happened {
  readonly event: Event;
  readonly plan: Plan;
  readonly decision: Decision | null;
}

/** An answer, a closing, and what follows from what one of them contested: every author reads it as the requester does. */
const forEveryAuthor = ({ event, plan }: Happened): boolean =>
  event.kind === "answer" || event.kind === "close" || (event.kind === "claim" && event.meant !== undefined) || plan.ticket.status === "closed";

/** What the clock brings to whoever asked, and notices to the customer. */
const remindsOrTells = ({ event, decision }: Happened): boolean =>
  decision?.effects.some(
    (e) => (event.kind === "timer" && (e.do === "remind" || (e.do === "notify" && e.to === "requester" && e.at === undefined))) || (e.do === "notify" && e.to === "customer" && e.at === undefined),
  ) ?? false;

/** Whether the authors of joined tickets may have to read of this event. `asks`: the customer is asked about a closing now. */
export const concernsAuthors = (happened: Happened, asks: boolean): boolean => asks || forEveryAuthor(happened) || remindsOrTells(happened);

/** The mails by which the clock speaks of the request itself; what it says of the requester's own standing is theirs alone. */
const BY_CLOCK: ReadonlySet<MailToWrite["mail"]> = new Set<MailToWrite["mail"]>(["notice", "closing", "closed"]);

/**
 * The mail to one of them, in their language, or null. Who may not read the ticket that stands any more still gets what the desk says to their own
 * question, and how it ends: no price of the office's, and nothing that is theirs to agree to.
 */
export function toJoined(telling: Telling, happened: Happened, { sees }: JoinedAuthor): MailToWrite | null {
  const what = forEveryAuthor(happened) || telling.closing ? tell(sees ? telling : { ...telling, charged: null, taken: null }) : byClock(telling, happened);
  return what === null || sees || what.mail === "answer" || what.mail === "closed" ? what : null;
}

function byClock(telling: Telling, { event }: Happened): MailToWrite | null {
  if (event.kind !== "timer") return tellNotices({ ...telling, addressed: new Set([...telling.addressed].filter((to) => to !== "requester")) });
  const what = tell(telling);
  return what && BY_CLOCK.has(what.mail) ? what : null;
}
