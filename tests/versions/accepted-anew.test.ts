// A text that is accepted with a price: accepted once in its version, it is asked for again from the day on which it reads differently. D9, SPEC 17.4, 22.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newId } from "../../src/database/new-id.ts";
import type { OffersRow } from "../../src/database/rows.gen.ts";
import { change } from "../../src/desk/change.ts";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { tellVersions } from "../../src/doors/worker/tell-versions.ts";
import { dateIn, localToInstant } from "../../src/policy/index.ts";
import { portalHouse } from "../portal/portal-house.ts";
import { edited } from "./edited.ts";

const { house, rows, pass, mailsTo } = await portalHouse("dms");
const LAURA = "contact@customer-dms.example";
const [laura] = await rows<{ id: string; name: string }>("dms", "select id, name from people where desk = troth_desk() and email = $1", LAURA);
const by = { kind: "person", id: laura!.id, name: laura!.name } as const;
const ahead = dateIn(house.now() + 20 * 86_400_000, "Europe/Rome");
const next = edited(readFileSync(join(import.meta.dirname, "../../policies/dms/policy.yaml"), "utf8"), [
  [/^version: "1"/m, 'version: "2"'],
  [/^effective: \S+/m, `effective: ${ahead}`],
  ['intervention-terms: # D9, D11, D14\n    version: "1"', 'intervention-terms: # D9, D11, D14\n    version: "2"'],
  ["non garantisce che i dati vengano recuperati.", "non garantisce che i dati vengano recuperati, nemmeno in parte."],
]);

/** What is offered on a new request. */
async function offered(subject: string): Promise<OffersRow & { readonly documents: readonly { readonly id: string; readonly version: string; readonly words: string }[] }> {
  const { ticket } = await change(house, "dms", {
    kind: "ask",
    id: newId(house.now()),
    by,
    asker: { email: LAURA, name: "" },
    subject,
    topic: "usage",
    said: { text: `${subject}: come si fa?`, channel: "portal", language: "it" },
  });
  const [offer] = await rows<OffersRow>("dms", "select * from offers where desk = troth_desk() and ticket = $1 and state = 'open'", ticket.id);
  return (offer ?? expect.fail(`nothing is offered for ${subject}`)) as Awaited<ReturnType<typeof offered>>;
}

test("what was accepted with a price is asked for again only from the day of the new version, and then in its words", async () => {
  const first = await offered("Stampare il preventivo");
  expect(first.documents.map((d) => [d.id, d.version])).toEqual([["intervention-terms", "1"]]);
  await change(house, "dms", { kind: "consent", id: newId(house.now()), by, ticket: first.ticket, offer: first.id, accepts: ["intervention-terms"], channel: "portal" });
  await openDesk(house.database, "dms", next, "Giulia Ferrante", { now: house.now() });
  await tellVersions(house, (error) => {
    throw error;
  });
  const mail = (await mailsTo(LAURA)).find((m) => m.subject.includes("Che cosa cambia"));
  expect(mail?.text).toContain("Precisazioni sugli interventi, versione 2");
  expect(mail?.text).toContain("Nulla di ciò che Le è promesso, offerto, chiesto o addebitato cambia per Lei.");
  expect((await offered("Cambiare il listino")).documents).toEqual([]); // accepted in this version, which still holds

  pass(localToInstant(ahead, "Europe/Rome") - house.now() + 1_000);
  const anew = await offered("Spostare un appuntamento");
  expect(anew.documents.map((d) => [d.id, d.version])).toEqual([["intervention-terms", "2"]]);
  expect(anew.documents[0]?.words).toContain("nemmeno in parte");
});
