// Customers from a table: what it would change is seen before it goes in, and every row that stays outside says why.
import { Button, FileButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useImports, useSendImport } from "../../data/imports.ts";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Ago } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { ImportShown } from "./import-shown.tsx";

export function ImportCustomers() {
  const { say } = useWords();
  const list = useImports();
  const send = useSendImport();
  const [chosen, choose] = useState<string | null>(null);
  const shown = chosen ?? list.data?.[0]?.id ?? null;
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <header className="page-head">
          <Link to="/customers" className="back" aria-label={say("customers.title")} title={say("customers.title")}>
            <Icon name="back" />
          </Link>
          <h1 className="title">{say("import.title")}</h1>
          <span className="push">
            <FileButton accept=".csv,.txt,.tsv,text/csv" onChange={(file) => file && send.mutate(file, { onSuccess: ({ id }) => choose(id) })}>
              {(props) => (
                <Button {...props} loading={send.isPending}>
                  {say("import.choose")}
                </Button>
              )}
            </FileButton>
          </span>
        </header>
        <p className="quiet">{say("import.hint")}</p>
        {send.error ? <Trouble error={send.error} /> : null}
        {list.error ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isPending ? <Waiting /> : null}
        {shown === null ? null : <ImportShown key={shown} id={shown} gone={() => choose(null)} />}
        {list.data?.length === 0 ? (
          <Empty icon="people" title={say("import.none")}>
            <p>{say("import.none-hint")}</p>
          </Empty>
        ) : null}
        {list.data && list.data.length > 1 ? (
          <ul className="card lines">
            {list.data.map((each) => (
              <li key={each.id}>
                <button type="button" className="plain-button line-row line-wrap" aria-current={each.id === shown} onClick={() => choose(each.id)}>
                  <span className="strong wrap">{each.name}</span>
                  <span className="tag">{say(`import.is-${each.state}`)}</span>
                  <span className="quiet small push">
                    {each.by} · <Ago at={each.madeAt} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
