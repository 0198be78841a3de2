// How a mail that left fares: its state in a word and a mark, why, and what a person can do about it.
import { Button } from "@mantine/core";
import type { OutgoingMail } from "../../shared/shapes.ts";
import { type Settlement, useSettle } from "../data/mails.ts";
import { useDesk } from "../data/desk.ts";
import { isWord } from "../words/console-words.ts";
import { type Say, useWords } from "../words/words.tsx";
import { Icon } from "./icon.tsx";
import { shortText } from "./times.tsx";

const TONES = { waiting: undefined, sending: undefined, sent: "good", uncertain: "warn", failed: "bad" } as const;
const MAY: Readonly<Record<OutgoingMail["state"], readonly Settlement[]>> = { waiting: [], sending: [], sent: [], uncertain: ["sent", "again"], failed: ["again", "left"] };

export function whatText(mail: OutgoingMail, say: Say): string {
  const key = `delivery.what.${mail.what}`;
  return say(isWord(key) ? key : "delivery.what.other");
}

/** The state alone, with the other server's words on pointing at it. */
export function DeliveryState({ mail }: { readonly mail: OutgoingMail }) {
  const { say } = useWords();
  return (
    <span className="tag" data-tone={TONES[mail.state]} title={mail.fault ?? mail.answer ?? undefined}>
      {mail.state === "uncertain" || mail.state === "failed" ? <Icon name="warn" /> : mail.state === "sent" ? <Icon name="check" /> : null}
      {say(`delivery.state.${mail.state}`)}
    </span>
  );
}

/** Why it is so, and the ways out. */
export function DeliverySettling({ mail }: { readonly mail: OutgoingMail }) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const settle = useSettle();
  const may = MAY[mail.state].filter((as) => !(as === "left" && mail.settledAt !== null));
  return (
    <>
      {mail.state === "uncertain" ? <p className="small">{say("delivery.uncertain-hint")}</p> : null}
      {mail.fault ? <p className="small wrap">{mail.state === "uncertain" ? mail.fault : say("delivery.answer", { answer: mail.fault })}</p> : null}
      {mail.nextTryAt && mail.tries > 0 ? <p className="small quiet">{say("delivery.next", { n: mail.tries, at: shortText(mail.nextTryAt, lang, zone) })}</p> : null}
      {mail.settledBy ? <p className="small quiet">{say("delivery.settled", { name: mail.settledBy })}</p> : null}
      {may.length > 0 ? (
        <div className="row-wrap">
          {may.map((as) => (
            <Button key={as} size="xs" variant="default" loading={settle.isPending && settle.variables.as === as} onClick={() => settle.mutate({ id: mail.id, as })}>
              {say(`delivery.${as}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  );
}
