// Proposing to give back or to correct what was charged: how much, and why. A second person decides before the customer sees it.
import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { moneyText } from "../../../../src/words/numbers.ts";
import type { Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { AmountField } from "../../parts/amount-field.tsx";
import { useWords } from "../../words/words.tsx";
import { bookedNet } from "./booked-net.ts";

export function Adjust({ ticket, what, done }: { readonly ticket: Ticket; readonly what: "credit" | "correction"; readonly done: () => void }) {
  const { say, lang } = useWords();
  const change = useTicketChange(ticket.number);
  const currency = ticket.charges[0]?.quote.net.currency ?? "";
  const { net: booked, asked } = bookedNet(ticket.charges);
  const most = booked + asked;
  const [net, setNet] = useState<number | null>(what === "credit" ? most : null);
  const [reason, setReason] = useState("");
  const tooMuch = net !== null && (what === "credit" ? net > most : net < -most);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (net === null || net === 0 || tooMuch || !reason.trim()) return;
    change.mutate({ part: "adjustments", method: "POST", body: { kind: what, net, reason: reason.trim() }, always: true, done: say("adjust.done") }, { onSuccess: done });
  };
  const limit = say("adjust.most", { most: moneyText({ cents: most, currency }, lang) });
  return (
    <Modal opened onClose={done} size={480} title={say(`adjust.title-${what}`, { number: ticket.number })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <form className="stack" onSubmit={send}>
        <p>{say("adjust.intro")}</p>
        <AmountField label={say(`adjust.net-${what}`, { currency })} hint={limit} error={tooMuch ? limit : null} cents={net} set={setNet} belowZero={what === "correction"} focus />
        <Textarea
          label={say("adjust.reason")}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={300}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {say("adjust.go")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
