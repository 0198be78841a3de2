// A new version of the policy as customers meet it in a browser: the note, both versions, and what changes for them; in four languages, on a telephone and on a desk.
import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { tellVersions } from "../../src/doors/worker/tell-versions.ts";
import { dateIn } from "../../src/policy/index.ts";
import { portalHouse } from "../portal/portal-house.ts";
import { taxdomeFrom } from "../versions/changed-policies.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const { house, base, mailsTo, session } = await portalHouse("taxdome");
const browser = await openChromium();
const shots = process.env["TROTH_SHOTS"]; // where pictures are wanted
const ahead = dateIn(house.now() + 40 * 86_400_000, "Europe/Bucharest");
await openDesk(house.database, "taxdome", taxdomeFrom(ahead), "Ioana Marin", { now: house.now() });
await tellVersions(house, (error) => {
  throw error;
});
const cookie = await session("taxdome", "sorina@cabinet-ionescu.example");

test("in each language nothing is in the way, on a telephone and on a desk", { timeout: 180_000 }, async () => {
  const faults: string[] = [];
  if (shots) mkdirSync(shots, { recursive: true });
  for (const lang of ["en", "fr", "it", "ro"]) {
    const { page, complaints } = await visitor(browser, base, { width: lang === "en" ? 1280 : 390, dark: lang === "it", lang, cookie });
    for (const [name, path] of [
      ["home", ""],
      ["new", "/policy?version=2"],
      ["policy", "/policy"],
      ["changes", "/policy/changes"],
    ] as const) {
      await page.goto(`/taxdome${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      if (name !== "policy") faults.push(...(await barriers(page)));
      faults.push(...((await overflow(page)) > 0 ? [`${lang}${path} is too wide`] : []), ...complaints.splice(0));
      if (shots) await page.screenshot({ path: `${shots}/version-${name}-${lang}.png`, fullPage: name !== "new" && name !== "policy" });
    }
  }
  expect(faults).toEqual([]);
});

test("from the mail to what changes, and from there to the new version and the old, without scripts", { timeout: 120_000 }, async () => {
  const mail = (await mailsTo("sorina@cabinet-ionescu.example")).at(-1);
  const { page } = await visitor(browser, base, { width: 390, lang: "ro", script: false });
  if (shots) {
    await page.setContent(mail?.html ?? "");
    await page.screenshot({ path: `${shots}/version-mail-ro.png`, fullPage: true });
  }
  await page.goto(/http:\S+policy\/changes\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  await page.getByText("Intrați în cont pentru a vedea ce se schimbă pentru dvs.").waitFor();
  await page.getByRole("link", { name: "Versiunea nouă" }).click();
  await page.getByText("Această versiune intră în vigoare").waitFor();
  await page.getByRole("link", { name: "Versiunea în vigoare" }).click();
  await page.getByText("Ultima actualizare: 1 martie 2024").waitFor();
});
