// The cases of conduct that one may know of: those that wait for somebody first.
import { Button } from "@mantine/core";
import { useCases } from "../../data/conduct.ts";
import { Empty } from "../../parts/empty.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { CaseRow } from "./case-row.tsx";

export function Cases() {
  const { say } = useWords();
  const cases = useCases();
  const items = (cases.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("conduct.title")}</h1>
          <p className="quiet">{say("conduct.intro")}</p>
        </div>
        {cases.error ? <Trouble error={cases.error} retry={() => void cases.refetch()} /> : null}
        {cases.isPending ? <Waiting rows={3} /> : null}
        {cases.data && items.length === 0 ? (
          <Empty icon="warn" title={say("conduct.none")}>
            <p>{say("conduct.none-hint")}</p>
          </Empty>
        ) : null}
        {items.length > 0 ? (
          <ul className="card lines">
            {items.map((each) => (
              <li key={each.id}>
                <CaseRow line={each} />
              </li>
            ))}
          </ul>
        ) : null}
        {cases.hasNextPage ? (
          <div>
            <Button variant="default" onClick={() => void cases.fetchNextPage()} loading={cases.isFetchingNextPage}>
              {say("app.more")}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
