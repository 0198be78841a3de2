// What a message's head says of its mail: how an answer fares on its way out, and that a sender is denied by their own domain.
import type { Message } from "../../../shared/shapes.ts";
import { useTicketMails } from "../../data/mails.ts";
import { DeliveryState } from "../../parts/delivery.tsx";
import { useWords } from "../../words/words.tsx";

export function MailMark({ message, number }: { readonly message: Message; readonly number: string }) {
  const { say } = useWords();
  const mails = useTicketMails(number).data;
  if (message.kind === "answer") {
    const mail = mails?.sent.find((each) => each.what === "answer" && each.madeAt === message.at);
    return mail ? <DeliveryState mail={mail} /> : null;
  }
  const proof = mails?.received.find((each) => each.message === message.id)?.proof;
  return proof?.verdict === "fail" ? (
    <span className="tag" data-tone="bad" title={say("mail.proof.fail", { domain: proof.domain ?? "?" })}>
      {say("mail.forged")}
    </span>
  ) : null;
}
