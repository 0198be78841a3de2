// How a mail came: by which entrance, for whom, why it is on this ticket, and who really sent it.
import type { Message } from "../../../shared/shapes.ts";
import { useTicketMails } from "../../data/mails.ts";
import { ProofShown } from "../../parts/proof.tsx";
import { At } from "../../parts/times.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { isWord } from "../../words/console-words.ts";
import { useWords } from "../../words/words.tsx";

export function MailCame({ message, number }: { readonly message: Message; readonly number: string }) {
  const { say } = useWords();
  const mails = useTicketMails(number);
  const mail = mails.data?.received.find((each) => each.message === message.id);
  if (!mail) return mails.isPending ? <Waiting rows={4} /> : null;
  const entrance = `mail.entrance.${mail.entrance}`;
  const how = `mail.how.${mail.placed?.how ?? ""}`;
  return (
    <dl className="came mail-panel">
      {mail.placed ? (
        <>
          <dt>{say("mail.why")}</dt>
          <dd>
            {isWord(how) ? say(how) : say("mail.how.other", { how: mail.placed.how })}
            {mail.placed.foreign ? ` ${say("mail.foreign", { number: mail.placed.foreign })}` : null}
          </dd>
        </>
      ) : null}
      <dt>{say("mail.proof")}</dt>
      <dd>
        <ProofShown proof={mail.proof} />
      </dd>
      <dt>{say("mail.came")}</dt>
      <dd>
        <At at={mail.at} />
      </dd>
      <dt>{say("mail.entrance")}</dt>
      <dd className="wrap">{isWord(entrance) ? say(entrance) : mail.entrance}</dd>
      <dt>{say("mail.sender")}</dt>
      <dd className="wrap">{mail.sender === null ? say("mail.sender-unknown") : mail.sender || say("mail.no-sender")}</dd>
      <dt>{say("mail.to")}</dt>
      <dd className="wrap">{mail.recipient}</dd>
      {mail.mailId ? (
        <>
          <dt>Message-ID</dt>
          <dd className="wrap">{mail.mailId}</dd>
        </>
      ) : null}
    </dl>
  );
}
