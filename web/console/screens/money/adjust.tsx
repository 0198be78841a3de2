// Proposing to give back or to correct what was charged.
import { useState } from "react";
import { moneyText } from "../../../../src/words/numbers.ts";
import type { Ticket } from "../../../shared/shapes.ts";
import { AmountField } from "../../parts/amount-field.tsx";
import { useWords } from "../../words/words.tsx";
import { bookedNet } from "./booked-net.ts";
import { ProposeAdjustment } from "./propose-adjustment.tsx";

export function Adjust({ ticket, what, done }: { readonly ticket: Ticket; readonly what: "credit" | "correction"; readonly done: () => void }) {
  const { say, lang } = useWords();
  const currency = ticket.charges[0]?.quote.net.currency ?? "";
  const { net: booked, asked } = bookedNet(ticket.charges);
  const most = booked + asked;
  const [net, setNet] = useState<number | null>(what === "credit" ? most : null);
  const tooMuch = net !== null && (what === "credit" ? net > most : net < -most);
  const limit = say("adjust.most", { most: moneyText({ cents: most, currency }, lang) });
  return (
    <ProposeAdjustment number={ticket.number} title={say(`adjust.title-${what}`, { number: ticket.number })} body={net === null || net === 0 || tooMuch ? null : { kind: what, net }} done={done}>
      <AmountField label={say(`adjust.net-${what}`, { currency })} hint={limit} error={tooMuch ? limit : null} cents={net} set={setNet} belowZero={what === "correction"} focus />
    </ProposeAdjustment>
  );
}
