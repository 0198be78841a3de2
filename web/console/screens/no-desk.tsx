// Somebody came to an address that has no desk.
import { Empty } from "../parts/empty.tsx";
import { useWords } from "../words/words.tsx";

export function NoDesk() {
  const { say } = useWords();
  return (
    <main>
      <Empty icon="warn" title={say("signin.no-desk")}>
        <p>{say("signin.no-desk-hint", { example: `${window.location.origin}/orthocab/console` })}</p>
      </Empty>
    </main>
  );
}
