// The organisations whom the desk answers.
import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useOrganisations } from "../../data/customers.ts";
import { useMe } from "../../data/session.ts";
import { Empty } from "../../parts/empty.tsx";
import { Face } from "../../parts/face.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

export function Customers() {
  const { say } = useWords();
  const me = useMe();
  const [words, setWords] = useState("");
  const [asked] = useDebouncedValue(words.trim(), 200);
  const list = useOrganisations(asked);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <div className="page-in">
        <header className="page-head">
          <h1 className="title">{say("customers.title")}</h1>
          <TextInput
            className="bar-search push"
            data-search
            type="search"
            aria-label={say("customers.search")}
            placeholder={say("customers.search")}
            leftSection={<Icon name="search" />}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {me.role === "agent" ? null : (
            <Link to="/import" className="link-button">
              {say("import.open")}
            </Link>
          )}
        </header>
        {list.error ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isPending ? <Waiting /> : null}
        {list.data && items.length === 0 ? (
          <Empty icon="people" title={asked ? say("customers.empty-search") : say("customers.empty")}>
            {asked ? null : <p>{say("customers.empty-hint")}</p>}
          </Empty>
        ) : null}
        {items.length > 0 ? (
          <ul className="card lines">
            {items.map((each) => (
              <li key={each.id}>
                <Link className="line-row" to="/customers/$id" params={{ id: each.id }}>
                  <Face name={each.name} />
                  <span className="strong cut">{each.name}</span>
                  <span className="quiet small push row">
                    <Icon name="person" />
                    {each.people}
                    <span className="hidden"> {say("customers.people")}</span>
                  </span>
                  <Icon name="chevron" />
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
        {list.hasNextPage ? (
          <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} mt="md">
            {say("app.more")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
