// Webhooks that come in: which systems may tell what stands of customers, with which secret, and what became of each message.
import { Button, CopyButton, Modal } from "@mantine/core";
import { useState } from "react";
import { desk } from "../../../shared/desk-path.ts";
import type { HookIn, HookInList, MadeHookIn } from "../../../shared/shapes.ts";
import { useDesk } from "../../data/desk.ts";
import { useActOnHookIn, useHookInSecret, useHooksIn } from "../../data/hooks-in.ts";
import { Empty } from "../../parts/empty.tsx";
import { tell } from "../../parts/tell.ts";
import { tellUndo } from "../../parts/tell-undo.tsx";
import { shortText } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { HookCalls } from "./hook-calls.tsx";
import { HookWays } from "./hook-ways.tsx";
import { MakeHookIn } from "./make-hook-in.tsx";
import { TryHook } from "./try-hook.tsx";

const HIDDEN = "whsec_…";

export function HooksIn() {
  const { say } = useWords();
  const hooks = useHooksIn();
  const [made, setMade] = useState<MadeHookIn | null>(null);
  // Here, not in the card: the card is gone once its webhook is.
  const act = useActOnHookIn();
  const putBack = ({ id, name }: HookIn): void => act.mutate({ id, removed: false }, { onSuccess: () => tell(say("hooks-in.back", { name })) });
  const remove = (hook: HookIn): void => act.mutate({ id: hook.id, remove: true }, { onSuccess: () => tellUndo(say("hooks-in.removed", { name: hook.name }), say("app.undo"), () => putBack(hook)) });
  const items = hooks.data?.items ?? [];
  const facts = hooks.data?.facts ?? [];
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("hooks.title")}</h1>
          <p className="quiet">{say("hooks-in.intro")}</p>
        </div>
        <HookWays />
        <MakeHookIn made={setMade} />
        {act.error ? <Trouble error={act.error} /> : null}
        {hooks.error ? <Trouble error={hooks.error} retry={() => void hooks.refetch()} /> : null}
        {hooks.isPending ? <Waiting rows={3} /> : null}
        {hooks.data && items.length === 0 ? (
          <div className="card card-in">
            <Empty icon="out" title={say("hooks-in.none")}>
              <p>{say("hooks-in.none-hint")}</p>
            </Empty>
            <TryHook url={`${window.location.origin}/api/${desk}/hooks/…`} secret={HIDDEN} facts={facts} />
          </div>
        ) : null}
        {items.map((each) => (
          <One key={each.id} hook={each} facts={facts} renewed={setMade} remove={() => remove(each)} />
        ))}
        {made === null ? null : <Shown made={made} facts={facts} close={() => setMade(null)} />}
      </div>
    </div>
  );
}

interface Hook {
  readonly hook: HookIn;
  readonly facts: HookInList["facts"];
  readonly renewed: (made: MadeHookIn) => void;
  readonly remove: () => void;
}

function One({ hook, facts, renewed, remove }: Hook) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const act = useActOnHookIn();
  const renew = useHookInSecret();
  const { id, name, pausedAt, olderUntil } = hook;
  const at = (time: string): string => shortText(time, lang, zone);
  return (
    <section className="card card-in stack" data-hook={pausedAt === null ? "on" : "paused"} aria-label={name}>
      <h2 className="heading wrap">{name}</h2>
      <p className="quiet small wrap">{hook.url}</p>
      <p className="quiet small">{say("hooks-in.made", { by: hook.madeBy, at: at(hook.madeAt) })}</p>
      {pausedAt === null ? null : <p className="small">{say("hooks-in.paused", { at: at(pausedAt) })}</p>}
      {olderUntil === null ? null : <p className="small">{say("hooks-in.both", { at: at(olderUntil) })}</p>}
      {hook.map.organisation === undefined ? null : (
        <details className="small">
          <summary>{say("hooks-in.mapped")}</summary>
          <pre className="example" tabIndex={0} role="region" aria-label={say("hooks-in.mapped")}>
            {JSON.stringify(hook.map, null, 2)}
          </pre>
        </details>
      )}
      <div className="row-wrap">
        <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ id, paused: pausedAt === null })}>
          {say(pausedAt === null ? "hooks-in.pause" : "hooks.go-on")}
        </Button>
        <Button size="xs" variant="default" loading={renew.isPending} onClick={() => renew.mutate({ id }, { onSuccess: renewed })}>
          {say("hooks.renew")}
        </Button>
        <Button size="xs" variant="default" onClick={remove}>
          {say("hooks-in.remove")}
        </Button>
      </div>
      {(act.error ?? renew.error) ? <Trouble error={act.error ?? renew.error} /> : null}
      <HookCalls id={id} />
      <details className="small">
        <summary>{say("hooks-in.try-it")}</summary>
        <TryHook url={hook.url} secret={HIDDEN} facts={facts} />
      </details>
    </section>
  );
}

/** The secret, this once, and the example with both in it. */
function Shown({ made, facts, close }: { readonly made: MadeHookIn; readonly facts: HookInList["facts"]; readonly close: () => void }) {
  const { say } = useWords();
  return (
    <Modal opened onClose={close} size={720} title={say("hooks.once")} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        <p className="whole wrap">{made.secret}</p>
        <div className="row dialog-actions">
          <CopyButton value={made.secret}>
            {({ copied, copy }) => (
              <Button onClick={copy} data-autofocus>
                {say(copied ? "keys.copied" : "hooks-in.copy-secret")}
              </Button>
            )}
          </CopyButton>
        </div>
        <TryHook url={made.url} secret={made.secret} facts={facts} />
      </div>
    </Modal>
  );
}
