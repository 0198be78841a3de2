// The versions of the policy: the one in force, the one to come with who was told of it, and those that held before.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { desk as deskId } from "../../../shared/desk-path.ts";
import type { PolicyVersion } from "../../../shared/shapes.ts";
import { calendarDateText } from "../../../../src/words/instant.ts";
import { useVersions } from "../../data/versions.ts";
import { useMe } from "../../data/session.ts";
import { At } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { VersionChanges } from "./version-changes.tsx";
import { VersionTold } from "./version-told.tsx";
import { WithdrawVersion } from "./withdraw-version.tsx";

const TONE = { "in-force": "good", coming: "warn", past: undefined, withdrawn: "bad" } as const;

export function PolicyVersions() {
  const { say, lang } = useWords();
  const { role } = useMe();
  const versions = useVersions(lang);
  const items = versions.data?.items ?? [];
  const first = items.at(-1)?.version;
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <header className="page-head">
          <h1 className="title">{say("versions.title")}</h1>
          {role === "admin" ? (
            <Button component={Link} to="/policy/new" className="push">
              {say("next.make")}
            </Button>
          ) : null}
        </header>
        <p className="quiet">{say("versions.intro")}</p>
        {versions.error ? <Trouble error={versions.error} retry={() => void versions.refetch()} /> : null}
        {versions.isPending ? <Waiting rows={3} /> : null}
        {versions.data && !items.some((v) => v.state === "coming") ? <p className="quiet">{say("versions.none-coming")}</p> : null}
        {items.map((version) => (
          <One key={version.version} version={version} changes={version.version !== first} />
        ))}
      </div>
    </div>
  );
}

function One({ version, changes }: { readonly version: PolicyVersion; readonly changes: boolean }) {
  const { say, lang } = useWords();
  const { role } = useMe();
  const [open, setOpen] = useState(version.state === "coming");
  const { state, withdrawn } = version;
  return (
    <section className="card card-in stack" data-version={version.version} data-state={state}>
      <div className="row-wrap">
        <h2 className="heading">{say("versions.version", { label: version.label })}</h2>
        <span className="tag" data-tone={TONE[state]}>
          {say(`versions.state.${state}`)}
        </span>
        <a className="push" href={`/${deskId}/policy?version=${version.version}&lang=${lang}`} target="_blank" rel="noreferrer">
          {say("versions.read")}
        </a>
      </div>
      <p className="quiet small">
        {say(state === "coming" ? "versions.will-hold" : "versions.holds", { date: calendarDateText(version.effective, lang) })} · {say("versions.activated", { by: version.activatedBy })}{" "}
        <At at={version.activatedAt} />
      </p>
      {withdrawn === null ? null : (
        <p className="small">
          {say("versions.withdrawn-by", { by: withdrawn.by, why: withdrawn.why })} <At at={withdrawn.at} />
        </p>
      )}
      {version.told.map((told) => (
        <VersionTold key={told.kind} told={told} />
      ))}
      <div className="row-wrap">
        {changes ? (
          <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? "versions.hide-changes" : "versions.show-changes")}
          </Button>
        ) : null}
        {state === "coming" && role === "admin" ? <WithdrawVersion version={version} /> : null}
      </div>
      {open && changes ? <VersionChanges version={version.version} /> : null}
    </section>
  );
}
