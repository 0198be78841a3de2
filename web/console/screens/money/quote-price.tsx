// A person's own price, where the policy leaves it to one: what it is for, how much, and how long it lasts; the customer is asked at once.
import { Button, Modal, NumberInput, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Ticket } from "../../../shared/shapes.ts";
import { useDesk } from "../../data/desk.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { AmountField } from "../../parts/amount-field.tsx";
import { useWords } from "../../words/words.tsx";

export function QuotePrice({ ticket, for: key, done }: { readonly ticket: Ticket; readonly for: "quote" | "recovery"; readonly done: () => void }) {
  const { say } = useWords();
  const { currency } = useDesk();
  const change = useTicketChange(ticket.number);
  const [net, setNet] = useState<number | null>(null);
  const [minutes, setMinutes] = useState<number | null>(null);
  const [words, setWords] = useState("");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (net === null || net <= 0 || !words.trim()) return;
    change.mutate({ part: "offers", method: "POST", body: { for: key, net, minutes, words: words.trim() }, done: say("price.sent") }, { onSuccess: done });
  };
  return (
    <Modal opened onClose={done} size={520} title={say("price.quote-title", { number: ticket.number })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <form className="stack" onSubmit={send}>
        <Textarea
          label={say("price.words")}
          description={say("price.words-hint")}
          lang={ticket.language}
          autosize
          minRows={3}
          maxRows={10}
          required
          withAsterisk={false}
          maxLength={5000}
          data-autofocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <AmountField label={say("price.net", { currency })} cents={net} set={setNet} />
        <NumberInput
          label={say("price.minutes")}
          description={say("price.minutes-hint")}
          value={minutes ?? ""}
          onChange={(value) => setMinutes(typeof value === "number" ? value : null)}
          min={1}
          max={100_000}
          allowDecimal={false}
          allowNegative={false}
          hideControls
        />
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {say("price.send")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
