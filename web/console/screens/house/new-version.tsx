// The next version of the policy: its text on one side, what it would do on the other; nothing holds until it is activated.
import { Button, FileButton, NativeSelect, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { PolicyActivated, PolicyVersion } from "../../../shared/shapes.ts";
import { MOST, usePolicyDraft, usePolicyText } from "../../data/new-version.ts";
import { useVersions } from "../../data/versions.ts";
import { Icon } from "../../parts/icon.tsx";
import { tellTrouble } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { NewVersionTrial } from "./new-version-trial.tsx";
import { VersionActivated } from "./version-activated.tsx";

export function NewVersion() {
  const { say, lang } = useWords();
  const versions = useVersions(lang);
  const [done, setDone] = useState<PolicyActivated | null>(null);
  return (
    <div className="page">
      <div className="page-in page-wide stack-wide">
        <header className="page-head">
          <Link to="/policy" className="back" aria-label={say("versions.title")} title={say("versions.title")}>
            <Icon name="back" />
          </Link>
          <h1 className="title">{say("next.title")}</h1>
        </header>
        {versions.error ? <Trouble error={versions.error} retry={() => void versions.refetch()} /> : null}
        {versions.isPending ? <Waiting /> : null}
        {done ? <VersionActivated done={done} again={() => setDone(null)} /> : versions.data ? <Writing versions={versions.data.items} done={setDone} /> : null}
      </div>
    </div>
  );
}

function Writing({ versions, done }: { readonly versions: readonly PolicyVersion[]; readonly done: (activated: PolicyActivated) => void }) {
  const { say } = useWords();
  const [draft, keep] = usePolicyDraft();
  const [from, setFrom] = useState((versions.find((v) => v.state === "in-force") ?? versions[0])?.version ?? null);
  const base = usePolicyText(from);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = draft ?? base.data?.text ?? "";
  const take = (file: File | null): void => {
    if (file === null) return;
    if (file.size > MOST) tellTrouble(say("trouble.title"), say("next.too-large"));
    else void file.text().then(keep);
  };
  const show = (line: number): void => {
    const at =
      text
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    const end = text.indexOf("\n", at);
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(at, end < 0 ? text.length : end);
    area.scrollTop = (area.scrollHeight / text.split("\n").length) * (line - 1) - area.clientHeight / 3;
    area.scrollLeft = 0;
  };
  return (
    <>
      <p className="quiet">{say("next.intro")}</p>
      <div className="report">
        <div className="stack">
          <div className="row-wrap">
            <NativeSelect
              aria-label={say("next.begins")}
              value={String(from)}
              disabled={draft !== null}
              onChange={(event) => setFrom(Number(event.currentTarget.value))}
              data={versions.map((v) => ({ value: String(v.version), label: say("next.text-of", { label: v.label, state: say(`versions.state.${v.state}`) }) }))}
            />
            <FileButton accept=".yaml,.yml,.txt" onChange={take}>
              {(props) => (
                <Button {...props} variant="default">
                  {say("next.file")}
                </Button>
              )}
            </FileButton>
          </div>
          {base.error ? <Trouble error={base.error} retry={() => void base.refetch()} /> : null}
          <Textarea
            ref={field}
            label={say("next.text")}
            value={text}
            onChange={(event) => keep(event.currentTarget.value)}
            rows={28}
            maxLength={MOST}
            spellCheck={false}
            autoCapitalize="off"
            disabled={base.isPending && draft === null}
            classNames={{ input: "policy-text" }}
          />
          {draft === null ? null : (
            <div className="row-wrap">
              <span className="quiet small">{say("next.kept")}</span>
              <Button size="xs" variant="default" onClick={() => keep(null)}>
                {say("next.discard")}
              </Button>
            </div>
          )}
        </div>
        <NewVersionTrial
          text={text}
          show={show}
          done={(activated) => {
            keep(null);
            done(activated);
          }}
        />
      </div>
    </>
  );
}
