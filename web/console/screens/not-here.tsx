// An address inside the console that leads nowhere.
import { Empty } from "../parts/empty.tsx";
import { useWords } from "../words/words.tsx";

export function NotHere() {
  const { say } = useWords();
  return <Empty icon="warn" title={say("trouble.not-found")} />;
}
