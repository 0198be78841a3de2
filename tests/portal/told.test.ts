// What the portal shows of a due time is told: it is kept when the page is opened, once, and a page that shows the new time ends the alarm. SPEC 15.6.
import { expect, test } from "vitest";
import { portalHouse } from "./portal-house.ts";

const DESK = "technical-support";
const { base, session, rows, house } = await portalHouse(DESK);
const { name, value } = await session(DESK);
const cookie = `${name}=${value}`;
interface Promised {
  id: string;
  due: number;
  told: { due: number; by: string }[];
  drift: object | null;
}
const promised = async (number: string): Promise<Promised> =>
  (
    await rows<Promised>(
      DESK,
      "select p.id, p.due, p.told, p.drift from promises p join tickets t on t.desk = p.desk and t.id = p.ticket where t.desk = troth_desk() and t.number = $1 and p.kind = 'first-answer'",
      number,
    )
  )[0] ?? expect.fail("nothing is promised");

test("a time that moved without a word is told by the page that shows it, once, and by nobody else's page", async () => {
  const sent = await fetch(`${base}/${DESK}/ask`, { method: "POST", headers: { cookie }, body: new URLSearchParams({ subject: "When?", text: "By when do you answer?", topic: "error", do: "send" }) });
  const number = /class="big-number">([^<]+)</.exec(await sent.text())?.[1] ?? "";
  const first = await promised(number);
  expect(first.told.map((t) => t.due)).toEqual([first.due]);
  const look = (as = cookie): Promise<Response> => fetch(`${base}/${DESK}/tickets/${number}?lang=en`, { headers: { cookie: as }, redirect: "manual" });
  expect((await look()).status).toBe(200);
  expect((await promised(number)).told).toHaveLength(1); // the same time again is no news

  const later = first.due + 3_600_000;
  await house.database.asDesk(DESK, (tx) =>
    tx.run("update promises set due = at_ms($2), drift = $3::jsonb where desk = troth_desk() and id = $1", [first.id, later, JSON.stringify({ at: house.now(), told: first.due, due: later })]),
  );
  await look("none=1"); // a stranger is sent to sign in, and told nothing
  expect((await promised(number)).drift).not.toBeNull();
  await look();
  await look();
  const last = await promised(number);
  expect(last.drift).toBeNull();
  expect(last.told.map(({ due, by }) => [due, by])).toEqual([
    [first.due, first.told[0]?.by],
    [later, "page"],
  ]);
});
