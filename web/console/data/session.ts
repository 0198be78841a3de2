// Who is here: the session of the person at the screen.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../shared/api-problem.ts";
import { call } from "../../shared/client.ts";
import type { Me } from "../../shared/shapes.ts";

export const meKey = ["me"] as const;

/** The person at the screen, null if nobody has signed in. */
export function useSession() {
  return useQuery({
    queryKey: meKey,
    staleTime: 300_000,
    queryFn: async ({ signal }): Promise<Me | null> => {
      try {
        return await call<Me>("/session", { signal });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
  });
}

/** The person at the screen; only for what is drawn after signing in. */
export function useMe(): Me {
  const me = useQueryClient().getQueryData<Me | null>(meKey);
  const session = useSession();
  const found = session.data ?? me;
  if (!found) throw new Error("a screen for staff is drawn before anybody signed in");
  return found;
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { email: string; password: string }) => call<Me>("/session", { method: "POST", body: given }),
    onSuccess: (me) => client.setQueryData(meKey, me),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call<null>("/session", { method: "DELETE" }),
    onSuccess: () => {
      client.clear();
      client.setQueryData(meKey, null);
    },
  });
}

export function useChangeMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { language?: string; present?: boolean }) => call<unknown>("/session", { method: "PATCH", body: change }),
    onMutate: (change) => client.setQueryData<Me | null>(meKey, (me) => (me ? { ...me, ...change } : me)),
    // Clauses are said in the agent's language: another language changes every page.
    onSuccess: (_, change) => (change.language ? client.invalidateQueries() : client.invalidateQueries({ queryKey: meKey })),
  });
}
