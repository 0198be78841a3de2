// Mails as they will leave: who reads which words, before they are sent.
import { useWords } from "../words/words.tsx";
import { Icon } from "./icon.tsx";

interface MailToRead {
  readonly to: { readonly name: string; readonly address: string };
  readonly language: string;
  readonly subject: string;
  readonly text: string;
}

export function MailsTold({ mails }: { readonly mails: readonly MailToRead[] }) {
  const { say } = useWords();
  return (
    <div className="stack" aria-live="polite">
      {mails.map((mail) => (
        <section key={mail.to.address} className="told">
          <h2 className="heading row">
            <Icon name="mail" />
            {say("join.reads", { name: mail.to.name })}
          </h2>
          <blockquote lang={mail.language} className="wrap">
            <p className="strong">{mail.subject}</p>
            <p className="pre-line">{mail.text}</p>
          </blockquote>
        </section>
      ))}
    </div>
  );
}
