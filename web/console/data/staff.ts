// The people who answer.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { NewStaff, Staff, StaffList } from "../../shared/shapes.ts";
import { useWords } from "../words/words.tsx";

/** Everybody, and the roles of the policy in the reader's language. */
export function useStaffList() {
  const { lang } = useWords();
  return useQuery(asked(lang));
}

export function useStaff() {
  const { lang } = useWords();
  return useQuery({ ...asked(lang), select: (list: StaffList) => list.items });
}

const asked = (lang: string) => ({ queryKey: ["staff", lang], queryFn: ({ signal }: { readonly signal: AbortSignal }) => call<StaffList>("/staff", { signal }), staleTime: 60_000 });

export function useStaffChanges() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ["staff"] });
  const add = useMutation({ mutationFn: (body: NewStaff) => call<Staff>("/staff", { method: "POST", body }), onSuccess });
  const change = useMutation({
    mutationFn: ({ id, ...body }: { id: string; role?: Staff["role"]; disabled?: boolean; holds?: string[] }) => call<Staff>(`/staff/${encodeURIComponent(id)}`, { method: "PATCH", body }),
    onSuccess,
  });
  return { add, change };
}
