// The statements of each month: made once it is over, then read as PDF or CSV.
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { decimalText } from "../../../../src/words/numbers.ts";
import { monthText } from "../../../../src/words/instant.ts";
import { api } from "../../../shared/desk-path.ts";
import type { Statement } from "../../../shared/shapes.ts";
import { useMakeStatements, useStatements } from "../../data/statements.ts";
import { Empty } from "../../parts/empty.tsx";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

export function Statements() {
  const { say } = useWords();
  const statements = useStatements();
  const items = statements.data?.items ?? [];
  return (
    <div className="page">
      <div className="page-in page-wide stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("statements.title")}</h1>
          <p className="quiet">{say("statements.intro")}</p>
        </div>
        <Make />
        {statements.error ? <Trouble error={statements.error} retry={() => void statements.refetch()} /> : null}
        {statements.isPending ? <Waiting rows={4} /> : null}
        {statements.data && items.length === 0 ? (
          <Empty icon="file" title={say("statements.none")}>
            <p>{say("statements.none-hint")}</p>
          </Empty>
        ) : null}
        {items.length > 0 ? <List items={items} /> : null}
      </div>
    </div>
  );
}

/** The month before this one, as "2026-03". */
function lastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 15)).toISOString().slice(0, 7);
}

function Make() {
  const { say } = useWords();
  const [month, setMonth] = useState(lastMonth);
  const make = useMakeStatements();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate(month, { onSuccess: ({ items }) => tell(say("statements.made", { n: items.length })) });
  };
  return (
    <form className="stack-tight" onSubmit={send}>
      <div className="row-wrap statement-make">
        <TextInput
          type="month"
          label={say("statements.month")}
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
          pattern="20\d\d-(0[1-9]|1[0-2])"
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={make.isPending}>
          {say("statements.make")}
        </Button>
      </div>
      {make.error ? <Trouble error={make.error} /> : null}
    </form>
  );
}

function List({ items }: { readonly items: readonly Statement[] }) {
  const { say, lang } = useWords();
  const amount = (text: string, currency: string): string => `${decimalText(Number(text), lang)} ${currency}`;
  return (
    <div className="scroll-x">
      <table className="sums statements">
        <thead>
          <tr>
            <th scope="col">{say("statements.number")}</th>
            <th scope="col">{say("statements.month")}</th>
            <th scope="col">{say("statements.customer")}</th>
            <th scope="col">{say("statements.net")}</th>
            <th scope="col">{say("statements.gross")}</th>
            <th scope="col">{say("statements.files")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={each.number}>
              <th scope="row">{each.number}</th>
              <td>{monthText(each.month, lang)}</td>
              <td className="wrap">{each.customer}</td>
              <td>{amount(each.net, each.currency)}</td>
              <td className="strong">{amount(each.gross, each.currency)}</td>
              <td>
                <a href={`${api}/statements/${each.number}/pdf`} download aria-label={say("statements.pdf", { number: String(each.number) })}>
                  PDF
                </a>{" "}
                <a href={`${api}/statements/${each.number}/csv`} download aria-label={say("statements.csv", { number: String(each.number) })}>
                  CSV
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
