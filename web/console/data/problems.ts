// Problems that tickets of different customers have in common: the list, one whole, proposals, and what is done with one.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call, query } from "../../shared/client.ts";
import type { Page, Related, RelatedTickets, SharedProblem, SharedProblemWhole } from "../../shared/shapes.ts";
import { tell, tellTrouble } from "../parts/tell.ts";
import { troubleText } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { draftOf, keepDraft, useDraft } from "./draft.ts";
import { ticketKey, ticketPath } from "./ticket.ts";

const EVERY = 1_000; // ms, as long as something is on its way
const keyOf = (id: string) => ["problems", "one", id] as const;
const pathOf = (id: string): string => `/problems/${encodeURIComponent(id)}`;

export type ProblemState = "open" | "solved" | "all";
export const useProblems = (state: ProblemState) =>
  useInfiniteQuery({
    queryKey: ["problems", state],
    initialPageParam: "",
    queryFn: ({ signal, pageParam }) => call<Page<SharedProblem>>(`/problems${query({ state, cursor: pageParam })}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useProblem = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call<SharedProblemWhole>(pathOf(id), { signal }),
    refetchInterval: ({ state }) => (state.data?.sending ? EVERY : false),
  });

/** Open tickets that hang on nothing and seem to be about it. */
export const useProposals = (id: string, wanted: boolean) =>
  useQuery({ queryKey: [...keyOf(id), "proposals"], enabled: wanted, queryFn: async ({ signal }) => (await call<RelatedTickets>(`${pathOf(id)}/proposals`, { signal })).items });

/** What a ticket may hang on, and tickets of other customers that seem to be about the same. */
export const useRelated = (number: string, wanted: boolean) =>
  useQuery({ queryKey: [...ticketKey(number), "related"], enabled: wanted, queryFn: ({ signal }) => call<Related>(`${ticketPath(number)}/related`, { signal }) });

export interface Deed {
  readonly path: string; // below the problem: "", "/tickets/SM-4", "/answers", "/solution"
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly revision?: number;
  readonly done?: string; // said when it is done
}

/** Does something with a problem and shows it as it is then. The same try again, after a lost line, is the same request. */
export function useProblemDeed(id: string) {
  const client = useQueryClient();
  const { say } = useWords();
  const own = useId();
  const [turn, setTurn] = useState(() => Date.now());
  return useMutation({
    mutationFn: ({ path, method, body, revision }: Deed) =>
      call<SharedProblemWhole | null>(`${pathOf(id)}${path}`, {
        method,
        ...(method === "DELETE" ? {} : { body: body ?? {} }),
        ...(revision === undefined ? {} : { revision }),
        ...(method === "POST" ? { key: `${id}:${own}:${turn}`.replaceAll(/[^\x21-\x7e]/g, "") } : {}),
      }),
    onSuccess: (problem, { done }) => {
      setTurn((n) => n + 1);
      if (done !== undefined) tell(done);
      if (problem) client.setQueryData(keyOf(id), problem);
    },
    onError: (error) => {
      tellTrouble(say("trouble.title"), troubleText(error, say));
      setTurn((n) => (isLost(error) ? n : n + 1));
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ["problems"] }), client.invalidateQueries({ queryKey: ["ticket"] })]),
  });
}

const isLost = (error: unknown): boolean => typeof error === "object" && error !== null && "status" in error && error.status === 0;

/** Names a problem. */
export function useNameProblem() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly title: string; readonly known: string; readonly tickets: readonly string[] }) => call<SharedProblemWhole>("/problems", { method: "POST", body }),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ["problems"] }), client.invalidateQueries({ queryKey: ["ticket"] })]),
  });
}

export type Texts = Readonly<Record<string, string>>;

/** The texts of an answer as somebody writes them, kept on their computer until they are sent. */
export function useTexts(id: string): readonly [texts: Texts, keep: (texts: Texts) => void] {
  const place = `problem:${id}`;
  const { text } = useDraft(place);
  const keep = (texts: Texts): void => keepDraft(place, { ...draftOf(place), text: Object.values(texts).some((each) => each !== "") ? JSON.stringify(texts) : "" });
  return [text === "" ? {} : (JSON.parse(text) as Texts), keep];
}
