// Files that go with what one writes: sent to the server as they are chosen, so that sending waits for nothing.
import { useRef, useState } from "react";
import { upload } from "../../../shared/client.ts";
import { tellTrouble } from "../../parts/tell.ts";
import { troubleText } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

export interface Attached {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly done: number;
  readonly token: string | null;
}
export interface AttachedFiles {
  readonly list: readonly Attached[];
  readonly busy: boolean;
  add(files: FileList | readonly File[]): void;
  remove(id: string): void;
  clear(): void;
  tokens(): string[];
}

export function useAttachments(number: string): AttachedFiles {
  const { say } = useWords();
  const [list, setList] = useState<readonly Attached[]>([]);
  const gone = useRef(new Set<string>());
  const put = (id: string, change: Partial<Attached>): void => setList((before) => before.map((each) => (each.id === id ? { ...each, ...change } : each)));
  const remove = (id: string): void => {
    gone.current.add(id);
    setList((before) => before.filter((each) => each.id !== id));
  };
  const send = async (file: File): Promise<void> => {
    const id = `${number}/${crypto.randomUUID()}`;
    setList((before) => [...before, { id, name: file.name, size: file.size, done: 0, token: null }]);
    try {
      const { token } = await upload(file, (done) => put(id, { done }));
      put(id, { token, done: 1 });
    } catch (error) {
      remove(id);
      tellTrouble(say("trouble.title"), say("compose.attach-failed", { name: file.name, why: troubleText(error, say) }));
    }
  };
  return {
    list,
    busy: list.some((each) => each.token === null),
    add: (files) => {
      for (const file of files) void send(file);
    },
    remove,
    clear: () => setList([]),
    tokens: () => list.flatMap((each) => (each.token === null ? [] : [each.token])),
  };
}
