// A ticket's side: cases that were found here and that one may know of, the way to report, and who does not meet this customer.
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Ticket } from "../../../shared/shapes.ts";
import { useMe } from "../../data/session.ts";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.tsx";
import { CaseRow } from "./case-row.tsx";
import { ReportConduct } from "./report-conduct.tsx";
import { Shields } from "./shields.tsx";

export function ConductSection({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const lead = useMe().role !== "agent";
  const [reporting, setReporting] = useState(false);
  const { reports, cases } = ticket.conduct;
  if (reports.length === 0 && cases.length === 0 && !lead) return null;
  const waits = cases.filter((c) => c.phase === "to-decide" || c.phase === "appealed").length;
  return (
    <Section id="conduct" title={say("conduct.section")} count={waits} urgent={lead && waits > 0} folded={cases.length === 0}>
      <div className="stack">
        {cases.length > 0 ? (
          <ul className="card lines">
            {cases.map((each) => (
              <li key={each.id}>
                <CaseRow line={each} />
              </li>
            ))}
          </ul>
        ) : null}
        {reports.length > 0 ? (
          <div className="stack-tight">
            <p className="quiet small">{say("conduct.report-hint")}</p>
            <div>
              <Button variant="default" size="xs" onClick={() => setReporting(true)}>
                {say("conduct.report")}
              </Button>
            </div>
          </div>
        ) : null}
        {lead ? <Shields person={ticket.requester} /> : null}
      </div>
      {reporting ? <ReportConduct ticket={ticket} done={() => setReporting(false)} /> : null}
    </Section>
  );
}
