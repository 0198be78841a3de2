// The words of the desk's mails: read, tried on a mail a little after the last key, kept, and come back to.
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../shared/client.ts";
import type { MailTemplate, MailTemplateList, MailTemplateVersions, MailWords, MailWordsPreview } from "../../shared/shapes.ts";

export type MailName = MailTemplate["mail"];
const KEY = ["mail-words"] as const;
const path = (mail: MailName): string => `/mail-templates/${mail}`;

export const useMailWords = () => useQuery({ queryKey: KEY, queryFn: ({ signal }) => call<MailTemplateList>("/mail-templates", { signal }), refetchOnWindowFocus: false });

export const useWordVersions = (mail: MailName) => useQuery({ queryKey: [...KEY, mail, "versions"], queryFn: ({ signal }) => call<MailTemplateVersions>(`${path(mail)}/versions`, { signal }) });

export function useWordsPreview(mail: MailName, words: MailWords, language: string) {
  const [settled] = useDebouncedValue({ words, language }, 350);
  return useQuery({
    queryKey: [...KEY, mail, "preview", settled],
    staleTime: 60_000,
    queryFn: ({ signal }) => call<MailWordsPreview>(`${path(mail)}/preview`, { method: "POST", body: settled, signal }),
    placeholderData: (before) => before,
  });
}

/** `words` null: the program's own again. */
export function useWordMail(mail: MailName) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ words, expect }: { readonly words: MailWords | null; readonly expect: number }) =>
      words === null ? call<MailTemplate>(path(mail), { method: "DELETE" }) : call<MailTemplate>(path(mail), { method: "PUT", body: { words, expect } }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
