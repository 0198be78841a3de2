// The files that go along to every ticket, and what their names must not tell.
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";
import { Attachments } from "../composer/attachments.tsx";
import type { AttachedFiles } from "../composer/use-attachments.ts";
import type { leaksOfFiles } from "./to-send.ts";

interface Along {
  readonly files: AttachedFiles;
  readonly leaks: ReturnType<typeof leaksOfFiles>;
  readonly mean: (name: string) => void;
}

export function FilesAlong({ files, leaks, mean }: Along) {
  const { say } = useWords();
  return (
    <div className="stack-tight">
      <div className="row">
        <Attachments.Button files={files} />
        <span className="quiet small">{say("problem.files-hint")}</span>
      </div>
      <Attachments files={files} />
      <div className="stack-tight" aria-live="polite">
        {leaks.map(({ file, found, of, is }) => (
          <p key={`${file} ${found}`} className="row small">
            <Icon name="warn" />
            <span className="wrap">
              {say(is === "name" ? "problem.leak-file-name" : "problem.leak-file", { file, found, number: of })}{" "}
              {is === "name" ? (
                <button type="button" className="link-button" onClick={() => mean(found)}>
                  {say("problem.leak-word")}
                </button>
              ) : null}
            </span>
          </p>
        ))}
      </div>
    </div>
  );
}
