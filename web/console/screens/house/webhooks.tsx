// Webhooks: which other systems are told of what, with which secret, and how each message fared.
import { Button, Checkbox, CopyButton, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Endpoint } from "../../../shared/shapes.ts";
import { useActOnEndpoint, useEndpoints, useEndpointSecret } from "../../data/endpoints.ts";
import { useDesk } from "../../data/desk.ts";
import { Empty } from "../../parts/empty.tsx";
import { shortText } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { HookWays } from "./hook-ways.tsx";
import { HookDeliveries } from "./hook-deliveries.tsx";

const EVENTS = ["charge.booked", "charge.adjusted", "statement.made", "offer.made", "offer.accepted", "offer.refused", "ticket.opened", "ticket.closed"] as const;

export function Webhooks() {
  const { say } = useWords();
  const endpoints = useEndpoints();
  const [secret, setSecret] = useState<string | null>(null);
  const items = endpoints.data?.items ?? [];
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("hooks.title")}</h1>
          <p className="quiet">{say("hooks.intro")}</p>
        </div>
        <HookWays />
        <Add made={setSecret} />
        {endpoints.error ? <Trouble error={endpoints.error} retry={() => void endpoints.refetch()} /> : null}
        {endpoints.isPending ? <Waiting rows={3} /> : null}
        {endpoints.data && items.length === 0 ? (
          <Empty icon="out" title={say("hooks.none")}>
            <p>{say("hooks.none-hint")}</p>
          </Empty>
        ) : null}
        {items.map((each) => (
          <One key={each.id} endpoint={each} renewed={setSecret} />
        ))}
        {secret === null ? null : <Shown secret={secret} close={() => setSecret(null)} />}
      </div>
    </div>
  );
}

function Add({ made }: { readonly made: (secret: string) => void }) {
  const { say } = useWords();
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState<readonly string[]>(EVENTS.slice(0, 3));
  const add = useEndpointSecret();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!url.trim() || events.length === 0) return;
    add.mutate(
      { url: url.trim(), events },
      {
        onSuccess: ({ secret }) => {
          setUrl("");
          made(secret);
        },
      },
    );
  };
  return (
    <form className="card card-in stack" onSubmit={send}>
      <TextInput
        label={say("hooks.url")}
        type="url"
        placeholder="https://accounts.example/webhooks"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        maxLength={2000}
        required
        withAsterisk={false}
        autoComplete="off"
      />
      <Checkbox.Group label={say("hooks.events")} value={[...events]} onChange={setEvents}>
        <div className="stack-tight hook-events">
          {EVENTS.map((each) => (
            <Checkbox key={each} value={each} label={say(`hooks.event.${each}`)} description={each} />
          ))}
        </div>
      </Checkbox.Group>
      {add.error ? <Trouble error={add.error} /> : null}
      <div className="row dialog-actions">
        <Button type="submit" loading={add.isPending}>
          {say("hooks.add")}
        </Button>
      </div>
    </form>
  );
}

function One({ endpoint, renewed }: { readonly endpoint: Endpoint; readonly renewed: (secret: string) => void }) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const act = useActOnEndpoint();
  const renew = useEndpointSecret();
  const { id, stoppedAt, bothUntil } = endpoint;
  const at = (time: string): string => shortText(time, lang, zone);
  return (
    <section className="card card-in stack" data-endpoint={stoppedAt === null ? "on" : "stopped"}>
      <h2 className="heading wrap">{endpoint.url}</h2>
      <p className="quiet small">{endpoint.events.map((each) => say(`hooks.event.${each}`)).join(" · ")}</p>
      {stoppedAt === null ? null : <p className="small">{say("hooks.stopped", { at: at(stoppedAt) })}</p>}
      {bothUntil === null ? null : <p className="small">{say("hooks.both", { at: at(bothUntil) })}</p>}
      <div className="row-wrap">
        <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ id, part: "/deliveries", method: "POST" })} disabled={stoppedAt !== null}>
          {say("hooks.test")}
        </Button>
        <Button size="xs" variant="default" loading={renew.isPending} onClick={() => renew.mutate({ id }, { onSuccess: ({ secret }) => renewed(secret) })}>
          {say("hooks.renew")}
        </Button>
        <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ id, method: "PATCH", body: { stopped: stoppedAt === null } })}>
          {say(stoppedAt === null ? "hooks.stop" : "hooks.go-on")}
        </Button>
      </div>
      {(act.error ?? renew.error) ? <Trouble error={act.error ?? renew.error} /> : null}
      <HookDeliveries id={id} again={(delivery) => act.mutate({ id, part: `/deliveries/${delivery}`, method: "PUT" })} />
    </section>
  );
}

/** The secret, this once. */
function Shown({ secret, close }: { readonly secret: string; readonly close: () => void }) {
  const { say } = useWords();
  return (
    <Modal opened onClose={close} title={say("hooks.once")} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        <p className="whole wrap">{secret}</p>
        <div className="row dialog-actions">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button onClick={copy} data-autofocus>
                {say(copied ? "keys.copied" : "keys.copy")}
              </Button>
            )}
          </CopyButton>
        </div>
      </div>
    </Modal>
  );
}
