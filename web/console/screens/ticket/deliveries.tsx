// The mails of a ticket that left or are to leave, newest first, each with how it fares.
import type { Ticket } from "../../../shared/shapes.ts";
import { useTicketMails } from "../../data/mails.ts";
import { DeliverySettling, DeliveryState, whatText } from "../../parts/delivery.tsx";
import { Section } from "../../parts/section.tsx";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

export function Deliveries({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const sent = useTicketMails(ticket.number).data?.sent ?? [];
  const doubtful = sent.filter((each) => each.state === "uncertain" || (each.state === "failed" && each.settledAt === null)).length;
  if (sent.length === 0) return null;
  return (
    <Section id="mails" title={say("rail.mails")} count={doubtful || sent.length} urgent={doubtful > 0} folded={doubtful === 0}>
      <ol className="stack">
        {sent.toReversed().map((mail) => (
          <li key={mail.id} className="stack-tight">
            <div className="row-wrap">
              <span className="strong">{whatText(mail, say)}</span>
              <DeliveryState mail={mail} />
            </div>
            <span className="quiet small wrap">
              {mail.to.address} · <At at={mail.sentAt ?? mail.madeAt} />
            </span>
            <DeliverySettling mail={mail} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
