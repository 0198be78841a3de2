// Every command by its name, and every ticket by its words: Ctrl K.
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../data/session.ts";
import { useFound } from "../data/tickets.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { useTakeAndOpen } from "../screens/queue/take-next.tsx";
import { useWords } from "../words/words.tsx";
import { houseOf } from "./places.ts";

export function Palette({ help }: { readonly help: () => void }) {
  const { say } = useWords();
  const go = useNavigate();
  const { role } = useMe();
  const { take } = useTakeAndOpen();
  const [words, setWords] = useState("");
  const [asked] = useDebouncedValue(words, 200);
  const found = useFound(asked).data?.items ?? [];
  const action = (icon: IconName, label: string, onClick: () => unknown) => ({ id: label, label, onClick: () => void onClick(), leftSection: <Icon name={icon} /> });
  const places = [
    action("queue", say("nav.queue"), () => go({ to: "/queue" })),
    action("tickets", say("nav.tickets"), () => go({ to: "/tickets" })),
    action("people", say("nav.customers"), () => go({ to: "/customers" })),
    action("linked", say("nav.problems"), () => go({ to: "/problems" })),
    ...houseOf(role).map((each) => action(each.icon, say(each.word), () => go({ to: each.to }))),
  ];
  const deeds = [action("check", say("queue.take-next"), take), action("phone", say("nav.new"), () => go({ to: "/new" })), action("keyboard", say("app.keys"), help)];
  const tickets = found.map((ticket) => ({
    ...action("tickets", `${ticket.number}  ${ticket.subject}`, () => go({ to: "/tickets/$number", params: { number: ticket.number } })),
    description: [ticket.requester.name, ticket.requester.organisation?.name].filter(Boolean).join(", "),
    keywords: words,
  }));
  return (
    <Spotlight
      query={words}
      onQueryChange={setWords}
      actions={[{ group: say("palette.do"), actions: deeds }, { group: say("palette.go"), actions: places }, ...(tickets.length > 0 ? [{ group: say("palette.tickets"), actions: tickets }] : [])]}
      nothingFound={say("palette.nothing")}
      shortcut="mod + K"
      lockScroll={false}
      scrollable
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      yOffset="12dvh"
      centered={false}
      maxHeight={420}
      searchProps={{ placeholder: say("palette.hint"), "aria-label": say("palette.hint"), leftSection: <Icon name="search" /> }}
    />
  );
}
