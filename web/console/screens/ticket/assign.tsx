// Who has the ticket: take it, hand it over, put it back. Taking one that is not the next may need a reason.
import { Button, Menu } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useState } from "react";
import { ApiProblem } from "../../../shared/api-problem.ts";
import type { Ticket } from "../../../shared/shapes.ts";
import { useMe } from "../../data/session.ts";
import { useStaff } from "../../data/staff.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { Face } from "../../parts/face.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";
import { AskReason } from "./ask-reason.tsx";

export function Assign({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const me = useMe();
  const staff = useStaff();
  const [open, setOpen] = useState(false);
  const [needsReason, setNeedsReason] = useState<{ id: string; name: string } | null>(null);
  const change = useTicketChange(ticket.number);
  useHotkeys([["a", () => setOpen(true)]]);
  const to = (who: { id: string; name: string } | null, reason?: string): void => {
    change.mutate(
      { part: "assignee", body: { to: who?.id ?? null, ...(reason ? { reason } : {}) }, hope: { assignee: who } },
      {
        onSuccess: () => setNeedsReason(null),
        onError: (error) => {
          if (who && wantsReason(error)) setNeedsReason(who);
        },
      },
    );
  };
  const { assignee } = ticket;
  const mine = assignee?.id === me.id;
  const others = (staff.data ?? [])
    .filter((each) => each.id !== me.id && each.id !== assignee?.id && !each.disabled)
    .sort((a, b) => Number(b.present) - Number(a.present) || a.name.localeCompare(b.name));
  return (
    <>
      {assignee === null ? (
        <Button variant="light" onClick={() => to(me)} title={say("ticket.assign-me-hint")}>
          {say("ticket.assign-me")}
        </Button>
      ) : null}
      <Menu opened={open} onChange={setOpen} position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" aria-keyshortcuts="a" leftSection={assignee ? <Face name={assignee.name} staff /> : <Icon name="person" />} rightSection={<kbd aria-hidden="true">a</kbd>}>
            <span className="hidden">{say("ticket.assignee")} </span>
            <span className="assignee-name">{assignee?.name ?? say("ticket.nobody")}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{say("ticket.assign-to", { number: ticket.number })}</Menu.Label>
          {mine ? null : (
            <Menu.Item leftSection={<Face name={me.name} staff />} onClick={() => to(me)}>
              {me.name} ({say("app.you")})
            </Menu.Item>
          )}
          {others.map((each) => (
            <Menu.Item
              key={each.id}
              leftSection={<Face name={each.name} staff />}
              rightSection={each.present ? null : <span className="quiet small">{say("ticket.away")}</span>}
              onClick={() => to(each)}
            >
              {each.name}
            </Menu.Item>
          ))}
          {assignee ? (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => to(null)}>{say("ticket.release")}</Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {needsReason ? (
        <AskReason
          title={say("ticket.why-not-next")}
          hint={say("ticket.why-not-next-hint")}
          go={say("ticket.assign-me")}
          busy={change.isPending}
          cancel={() => setNeedsReason(null)}
          done={(reason) => to(needsReason, reason)}
        />
      ) : null}
    </>
  );
}

function wantsReason(error: unknown): boolean {
  return error instanceof ApiProblem && error.faults.some((fault) => fault.at.endsWith("reason"));
}
