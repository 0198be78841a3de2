// Asks the policy what it would say to this request, a little after the last key.
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../../shared/client.ts";
import type { PreviewAnswer } from "../../../shared/shapes.ts";

export function usePreview(asked: unknown, enabled: boolean) {
  const [settled] = useDebouncedValue(asked, 350);
  return useQuery<PreviewAnswer>({
    queryKey: ["preview", settled],
    enabled,
    staleTime: 60_000,
    queryFn: ({ signal }) => call<PreviewAnswer>("/previews", { method: "POST", body: settled, signal }),
    placeholderData: (before) => before,
  });
}
