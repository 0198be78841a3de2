// What the desk says of itself to everybody: its name, colour, zone, topics and questions.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call, query } from "../../shared/client.ts";
import type { Desk } from "../../shared/shapes.ts";
import { useWords } from "../words/words.tsx";

const key = (lang: string) => ["desk", lang] as const;

export function useDeskQuery() {
  const { lang } = useWords();
  return useQuery({
    queryKey: key(lang),
    staleTime: 600_000,
    queryFn: ({ signal }) => call<Desk>(query({ lang }), { signal }),
    placeholderData: (before) => before,
  });
}

/** The desk; only for what is drawn after it was read. */
export function useDesk(): Desk {
  const read = useDeskQuery().data;
  // While it is read in a new language, the one of the old language stands.
  const known = useQueryClient().getQueriesData<Desk>({ queryKey: ["desk"] });
  const found = read ?? known.find(([, each]) => each !== undefined)?.[1];
  if (!found) throw new Error("a screen is drawn before its desk is known");
  return found;
}
