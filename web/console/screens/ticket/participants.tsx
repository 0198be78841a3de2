// Whom a ticket's mails name beside the requester: who gets the answers too, and who takes part no longer.
import type { Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { useWords } from "../../words/words.tsx";

export function Participants({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const change = useTicketChange(ticket.number);
  const part = (address: string): string => `participants/${encodeURIComponent(address)}`;
  const set = (address: string, now: { readonly copied: boolean; readonly removed: boolean }): void =>
    change.mutate({
      part: part(address),
      ...(now.removed ? { method: "DELETE" as const } : { body: { copied: now.copied } }),
      hope: { participants: ticket.participants.map((each) => (each.address === address ? { ...each, ...now } : each)) },
    });
  return (
    <div className="stack">
      <p className="quiet small">{say("people.hint")}</p>
      <ul className="stack-none">
        {ticket.participants.map(({ address, name, copied, removed }) => (
          <li key={address} className="row-wrap">
            {removed ? (
              <span className="quiet cut" title={address}>
                {name} · {say("people.removed")}
              </span>
            ) : (
              <label className="row cut" title={address}>
                <input type="checkbox" checked={copied} aria-label={say("people.copied", { name })} onChange={() => set(address, { copied: !copied, removed: false })} />
                <span className="cut">{name === address ? address : `${name} <${address}>`}</span>
              </label>
            )}
            {removed ? (
              <button type="button" className="link-button" aria-label={`${say("people.back")}: ${name}`} onClick={() => set(address, { copied: false, removed: false })}>
                {say("people.back")}
              </button>
            ) : (
              <button type="button" className="link-button" aria-label={`${say("people.remove")}: ${name}`} onClick={() => set(address, { copied: false, removed: true })}>
                {say("people.remove")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
