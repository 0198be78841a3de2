// Keys for programs: what each may do; a new one is shown once.
import { Button, Checkbox, CopyButton, Modal, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../../../shared/client.ts";
import type { ApiKey, MadeKey, Page } from "../../../shared/shapes.ts";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useDesk } from "../../data/desk.ts";
import { shortText } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

const SCOPES = ["tickets:read", "tickets:write", "customers:read", "customers:write", "mails:write", "admin"] as const;

export function Keys() {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const client = useQueryClient();
  const keys = useQuery({ queryKey: ["keys"], queryFn: async ({ signal }) => (await call<Pick<Page<ApiKey>, "items">>("/keys", { signal })).items });
  const [going, setGoing] = useState<ApiKey | null>(null);
  const revoke = useMutation({
    mutationFn: (key: ApiKey) => call<null>(`/keys/${encodeURIComponent(key.id)}`, { method: "DELETE" }),
    onSuccess: () => {
      tell(say("keys.revoked"));
      setGoing(null);
      return client.invalidateQueries({ queryKey: ["keys"] });
    },
  });
  const at = (time: string): string => shortText(time, lang, zone);
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("keys.title")}</h1>
          <p className="quiet">{say("keys.intro")}</p>
        </div>
        <MakeKey />
        {keys.error ? <Trouble error={keys.error} retry={() => void keys.refetch()} /> : null}
        {keys.isPending ? <Waiting rows={3} /> : null}
        {keys.data?.length === 0 ? (
          <Empty icon="key" title={say("keys.empty")}>
            <p>{say("keys.empty-hint")}</p>
          </Empty>
        ) : null}
        {keys.data && keys.data.length > 0 ? (
          <ul className="card lines">
            {keys.data.map((each) => (
              <li key={each.id} className="line-row line-wrap">
                <Icon name="key" />
                <span className="strong wrap">{each.name}</span>
                <span className="quiet small">{each.scopes.map((scope) => say(`keys.scope.${scope}`)).join(" · ")}</span>
                <span className="quiet small push">{each.revokedAt ? say("keys.gone", { at: at(each.revokedAt) }) : each.usedAt ? say("keys.used", { at: at(each.usedAt) }) : say("keys.never")}</span>
                {each.revokedAt ? null : (
                  <Button size="xs" variant="default" onClick={() => setGoing(each)}>
                    {say("keys.revoke")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        ) : null}
        {going ? (
          <Modal opened onClose={() => setGoing(null)} title={say("keys.revoke-ask", { name: going.name })} closeButtonProps={{ "aria-label": say("app.close") }}>
            <div className="stack">
              <p>{say("keys.revoke-will")}</p>
              {revoke.error ? <Trouble error={revoke.error} /> : null}
              <div className="row dialog-actions">
                <Button variant="default" data-autofocus onClick={() => setGoing(null)}>
                  {say("app.cancel")}
                </Button>
                <Button loading={revoke.isPending} onClick={() => revoke.mutate(going)}>
                  {say("keys.revoke")}
                </Button>
              </div>
            </div>
          </Modal>
        ) : null}
      </div>
    </div>
  );
}

function MakeKey() {
  const { say } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<string[]>(["tickets:read"]);
  const make = useMutation({
    mutationFn: () => call<MadeKey>("/keys", { method: "POST", body: { name: name.trim(), scopes } }),
    onSuccess: () => {
      setName("");
      return client.invalidateQueries({ queryKey: ["keys"] });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (scopes.length > 0) make.mutate();
  };
  return (
    <form className="card card-in stack" onSubmit={send}>
      <TextInput label={say("keys.name")} required withAsterisk={false} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Checkbox.Group label={say("keys.scopes")} value={scopes} onChange={setScopes}>
        <div className="row-wrap">
          {SCOPES.map((each) => (
            <Checkbox key={each} value={each} label={say(`keys.scope.${each}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {make.error ? <Trouble error={make.error} /> : null}
      {make.data ? (
        <div className="once" role="status">
          <p className="strong">{say("keys.once")}</p>
          <code className="wrap">{make.data.key}</code>
          <CopyButton value={make.data.key}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? say("keys.copied") : say("keys.copy")}
              </Button>
            )}
          </CopyButton>
        </div>
      ) : null}
      <div className="row dialog-actions">
        <Button type="submit" disabled={scopes.length === 0} loading={make.isPending}>
          {say("keys.add")}
        </Button>
      </div>
    </form>
  );
}
