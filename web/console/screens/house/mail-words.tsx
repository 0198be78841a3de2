// The words of the desk's mails: which mail, and what it says.
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { type MailName, useMailWords } from "../../data/mail-words.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { WordMail } from "./word-mail.tsx";

export function MailWordsScreen() {
  const { say } = useWords();
  const [mail, setMail] = useState<MailName>("confirmation");
  const all = useMailWords();
  const chosen = all.data?.items.find((each) => each.mail === mail);
  return (
    <div className="page">
      <div className="page-in page-wide stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("words.title")}</h1>
          <p className="quiet">{say("words.intro")}</p>
        </div>
        {all.error ? <Trouble error={all.error} retry={() => void all.refetch()} /> : null}
        {all.isPending ? <Waiting /> : null}
        {all.data && chosen ? (
          <>
            <NativeSelect
              label={say("words.mail")}
              value={mail}
              onChange={(event) => setMail(event.currentTarget.value as MailName)}
              data={all.data.items.map((each) => ({ value: each.mail, label: say(`words.mail.${each.mail}`) }))}
              maw={420}
            />
            <WordMail key={`${chosen.mail} ${chosen.version}`} template={chosen} />
          </>
        ) : null}
      </div>
    </div>
  );
}
