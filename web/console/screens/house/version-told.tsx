// Who was told of a version, when, how far that is, and whom it did not reach.
import { Progress } from "@mantine/core";
import type { VersionTold as Told } from "../../../shared/shapes.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

export function VersionTold({ told }: { readonly told: Told }) {
  const { say } = useWords();
  const { people, sent, waiting, failed, unreachable, missed, keptBack, left, notice } = told;
  const going = told.doneAt === null || waiting > 0;
  const all = people + left;
  const counts = [
    ["versions.people", people],
    ["versions.sent", sent],
    ["versions.waiting", waiting],
    ["versions.failed", failed],
    ["versions.unreachable", unreachable],
    ["versions.missed", missed],
    ["versions.kept-back", keptBack],
  ] as const;
  return (
    <div className="stack-tight" data-told={told.kind}>
      <h3 className="label">
        {say(told.kind === "announced" ? "versions.announced" : "versions.withdrawal-told")} <At at={told.at} />
      </h3>
      {going ? <Progress value={all > 0 ? (100 * sent) / all : 0} aria-label={say("versions.progress", { sent, all })} /> : null}
      <dl className="facts">
        {counts.map(([word, n]) =>
          n > 0 || word === "versions.people" || word === "versions.failed"
            ? [
                <dt key={`${word}-name`}>{say(word)}</dt>,
                <dd key={word} className="number">
                  {n}
                </dd>,
              ]
            : null,
        )}
      </dl>
      {notice === null ? null : (
        <>
          <ClauseShown clause={notice.clause} />
          <p className="small" data-kept={notice.kept}>
            <span className="tag" data-tone={notice.kept ? "good" : "bad"}>
              {say(notice.kept ? "hours.in-time" : "hours.too-late")}
            </span>{" "}
            {say("versions.by")} <At at={notice.by} />
            {notice.why === null ? null : ` · ${notice.why}`}
          </p>
        </>
      )}
    </div>
  );
}
