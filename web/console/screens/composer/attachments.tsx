// The files that go along, each with how far it has gone and a way to leave it out.
import { ActionIcon, Button } from "@mantine/core";
import { useRef } from "react";
import { Icon } from "../../parts/icon.tsx";
import { sizeText } from "../../parts/size-text.ts";
import { useWords } from "../../words/words.tsx";
import type { AttachedFiles } from "./use-attachments.ts";

export function Attachments({ files }: { readonly files: AttachedFiles }) {
  const { say, locale } = useWords();
  if (files.list.length === 0) return null;
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  return (
    <ul className="files composer-files">
      {files.list.map((file) => (
        <li key={file.id} className="file">
          <Icon name="file" />
          <span className="cut">{file.name}</span>
          <span className="quiet">{sizeText(file.size, locale)}</span>
          {file.token === null ? <progress max={1} value={file.done} aria-label={say("compose.attaching", { name: file.name, done: percent.format(file.done) })} /> : null}
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={say("app.remove", { name: file.name })} onClick={() => files.remove(file.id)}>
            <Icon name="close" />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

Attachments.Button = function AttachButton({ files }: { readonly files: AttachedFiles }) {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={say("compose.attach")}
        onChange={(event) => {
          files.add(event.currentTarget.files ?? []);
          event.currentTarget.value = "";
        }}
      />
      <Button variant="default" className="more" aria-label={say("compose.attach")} title={say("compose.attach")} onClick={() => input.current?.click()}>
        <Icon name="clip" />
      </Button>
    </>
  );
};
