// Mail health: whether mail comes in and leaves, and what waits for a person.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { MailHealth as Health } from "../../../shared/shapes.ts";
import { useMailHealth, useUnsettled } from "../../data/mails.ts";
import { useDesk } from "../../data/desk.ts";
import { DeliverySettling, DeliveryState, whatText } from "../../parts/delivery.tsx";
import { Ago, At, shortText } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

export function MailHealth() {
  const { say } = useWords();
  const health = useMailHealth();
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("health.title")}</h1>
          <p className="quiet">{say("health.intro")}</p>
        </div>
        {health.error ? <Trouble error={health.error} retry={() => void health.refetch()} /> : null}
        {health.isPending ? <Waiting rows={4} /> : null}
        {health.data ? <Shown health={health.data} /> : null}
      </div>
    </div>
  );
}

function Shown({ health }: { readonly health: Health }) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const { entrance, queue, inbound } = health;
  const place = entrance
    ? say("health.listens", { protocol: entrance.protocol.toUpperCase(), place: `${entrance.host}:${entrance.port}`, tls: say(entrance.tls ? "health.tls" : "health.no-tls") })
    : say("health.shut");
  const out = health.out === "caught" ? say("health.caught") : say("health.by-server", { signed: say(health.signed ? "health.signed" : "health.unsigned") });
  return (
    <>
      <div className="health">
        <section className="card card-in stack" aria-labelledby="health-in">
          <h2 className="heading" id="health-in">
            {say("health.in")}
          </h2>
          <p className="small">{place}</p>
          <Count name={say("health.last-in")}>{health.lastInAt ? <Ago at={health.lastInAt} /> : say("health.never")}</Count>
          <Count name={say("health.kept")} heed={inbound.kept > 0}>
            {inbound.kept}
          </Count>
          <Count name={say("health.held")} heed={inbound.quarantined > 0}>
            <Link to="/inbound">{inbound.quarantined}</Link>
          </Count>
          <Count name={say("health.aside")}>
            <Link to="/inbound">{inbound.setAside}</Link>
          </Count>
        </section>
        <section className="card card-in stack" aria-labelledby="health-out">
          <h2 className="heading" id="health-out">
            {say("health.out")}
          </h2>
          <p className="small">{out}</p>
          <Count name={say("health.last-out")}>{health.lastOutAt ? <Ago at={health.lastOutAt} /> : say("health.never")}</Count>
          <Count name={say("health.queue")}>
            {queue.waiting + queue.sending}
            {queue.oldestAt ? <span className="quiet small"> {say("health.oldest", { at: shortText(queue.oldestAt, lang, zone) })}</span> : null}
          </Count>
          <Count name={say("health.uncertain")} heed={queue.uncertain > 0}>
            {queue.uncertain}
          </Count>
          <Count name={say("health.failed")} heed={queue.failed > 0}>
            {queue.failed}
          </Count>
        </section>
      </div>
      {health.accounts.length > 0 ? (
        <section className="stack">
          <h2 className="heading">{say("health.accounts")}</h2>
          <ul className="card lines">
            {health.accounts.map((each) => (
              <li key={each.account} className="line-row line-wrap">
                <span className="strong wrap">{each.account}</span>
                {each.fault ? (
                  <span className="tag" data-tone="bad">
                    {each.fault}
                  </span>
                ) : null}
                <span className="push quiet small">{each.lookedAt ? say("health.looked", { at: shortText(each.lookedAt, lang, zone) }) : null}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Unsettled />
      {health.bouncing.length > 0 ? (
        <section className="stack">
          <h2 className="heading">{say("health.bouncing")}</h2>
          <ul className="card lines">
            {health.bouncing.map((each) => (
              <li key={each.address} className="line-row line-wrap">
                <span className="strong wrap">{each.address}</span>
                <span className="small wrap">{each.fault}</span>
                <span className="push quiet small">
                  {say("health.bounced", { n: each.times })} · <At at={each.lastAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Count({ name, heed = false, children }: { readonly name: string; readonly heed?: boolean; readonly children: ReactNode }) {
  return (
    <div className="row">
      <span>{name}</span>
      <span className={heed ? "push tag" : "push number"} data-tone={heed ? "warn" : undefined}>
        {children}
      </span>
    </div>
  );
}

function Unsettled() {
  const { say } = useWords();
  const items = useUnsettled().data?.items;
  if (!items) return null;
  return (
    <section className="stack">
      <h2 className="heading">{say("health.settle")}</h2>
      {items.length === 0 ? (
        <p className="quiet">{say("health.settle-none")}</p>
      ) : (
        <ul className="card lines">
          {items.map((mail) => (
            <li key={mail.id} className="settle">
              <div className="row-wrap">
                <DeliveryState mail={mail} />
                <span className="strong">{whatText(mail, say)}</span>
                <span className="wrap">{mail.to.address}</span>
                {mail.ticket ? (
                  <Link to="/tickets/$number" params={{ number: mail.ticket }}>
                    {mail.ticket}
                  </Link>
                ) : null}
                <span className="quiet small">
                  <At at={mail.madeAt} />
                </span>
              </div>
              <DeliverySettling mail={mail} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
