// Files to attach: those already here, each to keep or leave out, and a control for more.
import type { ReactNode } from "react";
import { sizeText } from "../../../words/numbers.ts";
import { phrase } from "../../../words/phrase.ts";
import { LARGEST_FILE, MOST_FILES } from "../form.ts";
import type { HeldFile } from "../held-files.ts";
import { Field } from "./field.tsx";

interface FilesProps {
  readonly lang: string;
  readonly label: string;
  readonly held?: readonly HeldFile[];
  readonly fault?: string | null | undefined;
}

export function FilesField({ lang, label, held = [], fault }: FilesProps): ReactNode {
  const size = sizeText(LARGEST_FILE, lang);
  return (
    <>
      <Field id="files" label={label} optional={phrase(lang, "portal.optional")} hint={phrase(lang, "ask.files-hint", { n: MOST_FILES, size })} fault={fault}>
        <input id="files" name="files" type="file" multiple data-most={LARGEST_FILE} data-fault={phrase(lang, "error.file-too-big", { name: "…", size })} />
      </Field>
      {held.length ? (
        <ul className="held">
          {held.map((f) => (
            <li key={f.token}>
              <label>
                <input type="checkbox" name="kept" value={f.token} defaultChecked /> {f.name} <small>{sizeText(f.size, lang)}</small>
              </label>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
