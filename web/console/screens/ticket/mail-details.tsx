// A mail laid open: how it came and why it is here, what was cut, its headers, and all of it as it came.
import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemIn } from "../../../shared/api-problem.ts";
import { api } from "../../../shared/desk-path.ts";
import type { Message } from "../../../shared/shapes.ts";
import { ticketPath } from "../../data/ticket.ts";
import { Tabs } from "../../parts/tabs.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { cutLines } from "./cut-lines.ts";
import { MailCame } from "./mail-came.tsx";

const MOST_SHOWN = 200_000; // letters

type View = "how" | "cut" | "headers" | "raw";

export function MailDetails({ message, number, close }: { readonly message: Message; readonly number: string; readonly close: () => void }) {
  const { say } = useWords();
  const [view, setView] = useState<View>("how");
  const path = `${ticketPath(number)}/messages/${encodeURIComponent(message.id)}`;
  const raw = useText(`${path}/raw`);
  const whole = useText(message.hasWhole ? `${path}/whole` : null);
  const head = raw.data?.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const text = (body: string) => <pre className="whole wrap">{body.slice(0, MOST_SHOWN)}</pre>;
  const loaded = (panel: () => React.ReactNode) => (raw.error ? <Trouble error={raw.error} retry={() => void raw.refetch()} /> : raw.data === undefined ? <Waiting rows={4} /> : panel());
  return (
    <Modal opened onClose={close} size="xl" title={`${message.author.name} · ${number}`} closeButtonProps={{ "aria-label": say("app.close") }}>
      <Tabs
        label={say("mail.details")}
        chosen={view}
        choose={setView}
        tabs={[
          { id: "how", label: say("mail.details"), panel: <MailCame message={message} number={number} /> },
          {
            id: "cut",
            label: say("mail.cut"),
            panel: !message.hasWhole ? (
              <p className="quiet mail-panel">{say("mail.nothing-cut")}</p>
            ) : whole.data === undefined ? (
              <Waiting rows={4} />
            ) : (
              <Cut whole={whole.data} shown={message.text} />
            ),
          },
          { id: "headers", label: say("mail.headers"), panel: <div className="mail-panel">{loaded(() => text(head))}</div> },
          {
            id: "raw",
            label: say("mail.raw"),
            panel: (
              <div className="mail-panel">
                {loaded(() => (
                  <>
                    {(raw.data?.length ?? 0) > MOST_SHOWN ? <p className="quiet small">{say("mail.raw-cut")}</p> : null}
                    {text(raw.data ?? "")}
                  </>
                ))}
                <a className="link-button" href={`${api}${path}/raw`} download={`${number}.eml`}>
                  {say("message.original")}
                </a>
              </div>
            ),
          },
        ]}
      />
    </Modal>
  );
}

function Cut({ whole, shown }: { readonly whole: string; readonly shown: string }) {
  const { say } = useWords();
  return (
    <div className="mail-panel">
      <p className="quiet small">{say("mail.cut-hint")}</p>
      <pre className="whole wrap">
        {cutLines(whole, shown).map(({ text, cut }, at) => (
          <span key={at} className="cut-line" data-cut={cut}>{`${text}\n`}</span>
        ))}
      </pre>
    </div>
  );
}

function useText(path: string | null) {
  return useQuery({
    queryKey: ["text", path],
    staleTime: Infinity,
    enabled: path !== null,
    queryFn: async ({ signal }) => {
      const answer = await fetch(`${api}${path ?? ""}`, { signal, credentials: "same-origin" });
      if (!answer.ok) throw await problemIn(answer);
      return answer.text();
    },
  });
}
