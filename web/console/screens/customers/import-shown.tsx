// One table of customers: how far it is, what is new, changed and the same, and its faults row by row.
import { Button, Progress } from "@mantine/core";
import { useActOnImport, useImport } from "../../data/imports.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

const SEPARATORS: Readonly<Record<string, "comma" | "semicolon" | "tab">> = { ",": "comma", ";": "semicolon", "\t": "tab" };

export function ImportShown({ id, gone }: { readonly id: string; readonly gone: () => void }) {
  const { say } = useWords();
  const { data, error, refetch } = useImport(id);
  const act = useActOnImport(id);
  if (!data) return error ? <Trouble error={error} retry={() => void refetch()} /> : <Waiting />;
  const sound = data.total - data.failed;
  const going = data.state === "checking" || data.state === "running";
  return (
    <section className="card card-in stack" aria-labelledby="import-name">
      <header className="row-wrap">
        <h2 className="heading wrap" id="import-name">
          {data.name}
        </h2>
        <span className="tag" data-tone={data.state === "done" ? "good" : data.state === "unreadable" ? "bad" : undefined}>
          {say(`import.is-${data.state}`)}
        </span>
        {data.encoding !== null && data.separator !== null ? (
          <span className="quiet small push">
            {data.encoding}, {say(`import.by-${SEPARATORS[data.separator] ?? "comma"}`)}
          </span>
        ) : null}
      </header>
      {going ? <Progress value={sound > 0 ? (100 * data.done) / sound : 0} aria-label={say("import.progress", { done: data.done, total: sound })} /> : null}
      {data.fault === null ? null : <p role="alert">{data.fault}</p>}
      {data.state === "unreadable" ? null : (
        <div role="status">
          <dl className="facts facts-wide">
            <dt>{say("import.new")}</dt>
            <dd className="number">{say("import.rows", { n: data.new })}</dd>
            <dt>{say("import.changed")}</dt>
            <dd className="number">{say("import.rows", { n: data.changed })}</dd>
            <dt>{say("import.unchanged")}</dt>
            <dd className="number">{say("import.rows", { n: data.unchanged })}</dd>
            <dt>{say("import.failed")}</dt>
            <dd className="number">{say("import.rows", { n: data.failed })}</dd>
          </dl>
        </div>
      )}
      {data.faults.length > 0 && data.fault === null ? (
        <details open={data.faults.length <= 10}>
          <summary>{say("import.faults")}</summary>
          <ul className="small faults">
            {data.faults.slice(0, 100).map((each) => (
              <li key={`${each.line} ${each.column ?? ""} ${each.message}`} className="wrap">
                {say("import.at", { line: each.line, column: each.column ?? "-", named: each.column === null ? "no" : "yes" })} {each.message}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {data.sample.length > 0 ? (
        <details>
          <summary>{say("import.sample")}</summary>
          <ul className="small faults">
            {data.sample.slice(0, 50).map((each) => (
              <li key={each.line} className="wrap">
                {say("import.at", { line: each.line, column: "-", named: "no" })} {say(each.is === "new" ? "import.new" : "import.changed")}
                {each.fields.length > 0 ? ` (${each.fields.join(", ")})` : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {act.error ? <Trouble error={act.error} /> : null}
      {data.state === "checked" || data.state === "unreadable" ? (
        <div className="row dialog-actions">
          <Button variant="default" onClick={() => act.mutate("drop", { onSuccess: gone })}>
            {say("import.drop")}
          </Button>
          {data.state === "checked" ? (
            <Button disabled={data.new + data.changed === 0} loading={act.isPending} onClick={() => act.mutate("run")}>
              {say("import.run", { n: data.new + data.changed })}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
