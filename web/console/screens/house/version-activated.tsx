// A version that was just activated: since when it holds, what is left to do, and the way back.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { PolicyActivated } from "../../../shared/shapes.ts";
import { calendarDateText } from "../../../../src/words/instant.ts";
import { useWords } from "../../words/words.tsx";

export function VersionActivated({ done, again }: { readonly done: PolicyActivated; readonly again: () => void }) {
  const { say, lang } = useWords();
  return (
    <section className="card card-in stack" role="status" data-activated={done.version}>
      <h2 className="heading">{done.announced ? say("next.done-ahead", { label: done.label, date: calendarDateText(done.effective, lang) }) : say("next.done-now", { label: done.label })}</h2>
      <p className="quiet">{say(done.announced ? "next.back-ahead" : "next.back-now")}</p>
      {done.roles.length ? (
        <div className="stack-tight">
          <h3 className="label">{say("next.roles")}</h3>
          <ul className="plain" lang="en">
            {done.roles.map((role) => (
              <li key={role}>{role}</li>
            ))}
          </ul>
          <Link to="/staff">{say("nav.staff")}</Link>
        </div>
      ) : null}
      <div className="row-wrap">
        <Button component={Link} to="/policy">
          {say("versions.title")}
        </Button>
        <Button variant="default" onClick={again}>
          {say("next.make")}
        </Button>
      </div>
    </section>
  );
}
