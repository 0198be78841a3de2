// The side of a ticket: what a person must decide, the customer, the promises, what was decided and on what it rests.
import type { Ticket } from "../../../shared/shapes.ts";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.tsx";
import { Checklists } from "../checklist/checklists.tsx";
import { ConductSection } from "../conduct/conduct-section.tsx";
import { Joins } from "../join/joins.tsx";
import { Charges } from "../money/charges.tsx";
import { Price, priceReasons } from "../money/price.tsx";
import { ProblemSection } from "../problems/problem-section.tsx";
import { ClosingAsked } from "./closing-asked.tsx";
import { Customer } from "./customer.tsx";
import { Deliveries } from "./deliveries.tsx";
import { Decisions } from "./decisions.tsx";
import { FactsNow } from "./facts-now.tsx";
import { Findings } from "./findings.tsx";
import { Happenings } from "./happenings.tsx";
import { Participants } from "./participants.tsx";
import { Promises } from "./promises.tsx";
import { Rulings } from "./rulings.tsx";

export function Rail({ ticket, whole = false }: { readonly ticket: Ticket; readonly whole?: boolean }) {
  const { say } = useWords();
  const asked = ticket.rulings.filter((each) => each.yours).length;
  const proposed = [...ticket.charges, ...(ticket.drawn?.givenBack ?? [])].filter((each) => each.state === "proposed").length;
  return (
    <div className="rail">
      {ticket.rulings.length > 0 ? (
        <Section id="rulings" title={say(asked > 0 ? "rail.rulings" : "rail.rulings-others")} count={asked} urgent={asked > 0}>
          <Rulings ticket={ticket} />
        </Section>
      ) : null}
      {ticket.offers.length > 0 || priceReasons(ticket).length > 0 ? (
        <Section id="price" title={say("rail.price")} urgent={ticket.status !== "closed" && ticket.quotable.length > 0 && !ticket.offers.some((each) => each.state === "open")}>
          <Price ticket={ticket} />
        </Section>
      ) : null}
      {ticket.charges.length > 0 || ticket.drawn !== null ? (
        <Section id="charges" title={say("rail.charges")} count={proposed} urgent={proposed > 0}>
          <Charges ticket={ticket} />
        </Section>
      ) : null}
      <ClosingAsked ticket={ticket} />
      <Checklists ticket={ticket} />
      <Joins ticket={ticket} />
      <ProblemSection ticket={ticket} />
      <Section id="promises" title={say("rail.promises")}>
        <Promises ticket={ticket} />
      </Section>
      <Section id="standing" title={say("rail.standing")}>
        <Customer ticket={ticket} />
      </Section>
      {ticket.participants.length > 0 ? (
        <Section id="people" title={say("people.title")} count={ticket.participants.filter((each) => !each.removed).length}>
          <Participants ticket={ticket} />
        </Section>
      ) : null}
      <Section id="findings" title={say("rail.findings")}>
        <Findings ticket={ticket} />
      </Section>
      <ConductSection ticket={ticket} />
      <Deliveries ticket={ticket} />
      <Section id="decisions" title={say("rail.decisions")} count={ticket.decisions.length}>
        <Decisions ticket={ticket} />
      </Section>
      <Section id="facts" title={say("rail.facts")} count={ticket.facts.length} folded>
        <FactsNow facts={ticket.facts} />
      </Section>
      {whole ? (
        <Section id="timeline" title={say("rail.timeline")} folded>
          <Happenings ticket={ticket} />
        </Section>
      ) : null}
      <p className="quiet small rail-foot">{say("ticket.version", { version: String(ticket.policyVersion) })}</p>
    </div>
  );
}
