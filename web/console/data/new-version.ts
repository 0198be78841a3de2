// The text of the next version while somebody writes it: kept on their computer, tried a little after the last key, activated.
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../shared/client.ts";
import { desk } from "../../shared/desk-path.ts";
import type { PolicyActivated, PolicyText, PolicyTrial } from "../../shared/shapes.ts";

export const MOST = 900_000; // characters that the server takes
const PLACE = `troth:${desk}:policy-draft`;

/** The draft, null where there is none; a closed tab loses nothing. */
export function usePolicyDraft(): readonly [string | null, (text: string | null) => void] {
  const [draft, setDraft] = useState(() => localStorage.getItem(PLACE));
  const keep = (text: string | null): void => {
    setDraft(text);
    try {
      if (text === null) localStorage.removeItem(PLACE);
      else localStorage.setItem(PLACE, text);
    } catch {
      // The computer keeps nothing (private window, full disk): the text lives as long as the page does.
    }
  };
  return [draft, keep];
}

export const usePolicyText = (version: number | null) =>
  useQuery({
    queryKey: ["policies", "text", version],
    enabled: version !== null,
    staleTime: Infinity, // a version never changes
    queryFn: ({ signal }) => call<PolicyText>(`/policies/${version}/text`, { signal }),
  });

/** What the text would do; `of` is the text that was tried, a little behind the one that is being written. */
export function usePolicyTrial(text: string, lang: string) {
  const [settled] = useDebouncedValue(text, 600);
  const query = useQuery({
    queryKey: ["policy-trial", settled, lang],
    enabled: settled.trim() !== "" && settled.length <= MOST,
    staleTime: 60_000,
    gcTime: 60_000, // texts are large
    queryFn: ({ signal }) => call<PolicyTrial>(`/policies/trial?lang=${encodeURIComponent(lang)}`, { method: "POST", body: { text: settled }, signal }),
    placeholderData: (before) => before,
  });
  return { ...query, of: query.isPlaceholderData ? null : settled };
}

export function useActivate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ text, late }: { readonly text: string; readonly late: string }) => call<PolicyActivated>("/policies", { method: "POST", body: { text, ...(late !== "" && { late }) } }),
    onSuccess: () => client.invalidateQueries(), // what every screen shows may follow from it; the same text again changes nothing
  });
}
