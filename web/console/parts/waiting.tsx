// The wait for a list or a page: grey rows of the size of what will come, and a word for those who hear the page.
import { Skeleton } from "@mantine/core";
import { useWords } from "../words/words.tsx";

export function Waiting({ rows = 8, height = 40 }: { readonly rows?: number; readonly height?: number }) {
  const { say } = useWords();
  return (
    <div role="status" className="waiting">
      <span className="hidden">{say("app.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height - 16} my={8} radius="sm" />
      ))}
    </div>
  );
}
