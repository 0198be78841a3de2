// The memory of what was read: shown at once, looked at again when the desk says that something changed.
import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../shared/api-problem.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays one however often it is asked; only what may pass by itself is tried again.
      retry: (times, error) => times < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
