// One ticket: reading it, and changing it so that nobody's change is overwritten.
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../shared/api-problem.ts";
import { call } from "../../shared/client.ts";
import type { Ticket } from "../../shared/shapes.ts";
import { tell, tellTrouble } from "../parts/tell.ts";
import { troubleText } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { noteOwnChange } from "./baseline.ts";

export const ticketKey = (number: string) => ["ticket", number] as const;
export const ticketPath = (number: string) => `/tickets/${encodeURIComponent(number)}`;

export function useTicket(number: string) {
  return useQuery({
    queryKey: ticketKey(number),
    queryFn: ({ signal }) => call<Ticket>(ticketPath(number), { signal }),
  });
}

/** Everything that shows tickets is looked at again. */
export function refresh(client: QueryClient, number: string): Promise<unknown> {
  return Promise.all([client.invalidateQueries({ queryKey: ticketKey(number) }), client.invalidateQueries({ queryKey: ["queue"] }), client.invalidateQueries({ queryKey: ["tickets"] })]);
}

export interface Change {
  readonly part: string; // "closure", "assignee", "rulings/some-clause"
  readonly method?: "POST" | "PUT" | "DELETE";
  readonly body?: unknown;
  readonly hope?: Partial<Ticket>; // how the ticket will most likely look: shown at once, taken back if the server says no
  readonly done?: string; // said when it is done
  readonly always?: true; // only adds, so that it rests on no revision
}

/** Changes a part of the ticket under the revision that is on the screen; a 409 shows the newer state and says so. */
export function useTicketChange(number: string) {
  const client = useQueryClient();
  const { say } = useWords();
  return useMutation({
    mutationFn: (change: Change) => {
      const revision = client.getQueryData<Ticket>(ticketKey(number))?.revision;
      const options = { method: change.method ?? "PUT", body: change.body ?? {}, ...(revision === undefined || change.always ? {} : { revision }) };
      return call<unknown>(`${ticketPath(number)}/${change.part}`, options);
    },
    onMutate: async (change) => {
      if (!change.hope) return undefined;
      await client.cancelQueries({ queryKey: ticketKey(number) });
      const before = client.getQueryData<Ticket>(ticketKey(number));
      if (before) client.setQueryData(ticketKey(number), { ...before, ...change.hope });
      return before;
    },
    onError: (error, change, before) => {
      if (before && change.hope) client.setQueryData(ticketKey(number), before);
      if (error instanceof ApiProblem && error.code === "changed-meanwhile") tellTrouble(say("conflict.title"), say("conflict.redo", { number }));
      else if (!(error instanceof ApiProblem && error.code === "invalid-input" && error.faults.some((fault) => fault.at.endsWith("reason")))) {
        tellTrouble(say("trouble.title"), troubleText(error, say));
      }
    },
    onSuccess: (answer, change) => {
      if (change.done) tell(change.done);
      noteOwnChange(number);
      if (isTicket(answer)) client.setQueryData(ticketKey(number), answer);
    },
    onSettled: () => refresh(client, number),
  });
}

export function isTicket(answer: unknown): answer is Ticket {
  return typeof answer === "object" && answer !== null && "number" in answer && "messages" in answer;
}
