// Lengths and amounts in a customer's record: typed with their unit and currency, kept to the minute and the cent, read back in each language.
import { expect, test } from "vitest";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { openBrowser } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";

const POLICY = HOURS_IN_FOUR.replace(
  "facts:\n",
  `facts:
  agreed-wait: { type: duration, source: record, unknown: true, label: { en: Agreed waiting time, fr: Attente convenue, it: Attesa concordata, ro: Așteptare convenită } }
  credit-line: { type: money, source: record, unknown: true, label: { en: Credit line, fr: Ligne de crédit, it: Linea di credito, ro: Linie de credit } }
`,
);
const desk = await ownDesk("hours", POLICY);
const browser = await openBrowser();
const { faults, look } = looker();
interface Standing {
  readonly facts: readonly { readonly fact: string; readonly value: unknown; readonly text: string | null }[];
}

test("a lead types a length in hours and an amount with cents; both are kept exactly and read in words, and what cannot be is refused at its field", { timeout: 300_000 }, async () => {
  const lead = await desk.staff("Lea Lead", "lead");
  const plain = await desk.customer("Plain Practice", { plan: "plain" }, { name: "Max Plain", email: "max@plain.example" });
  const { page, complaints } = await desk.console(browser, lead.cookie, `customers/${plain.organisation}`, { width: 1280 });
  const stands = async (fact: string) => (await desk.call<Standing>(lead.cookie, "GET", `/organisations/${plain.organisation}/standing`)).facts.find((each) => each.fact === fact);
  const card = page.getByRole("region", { name: "What stands" });
  await card.getByRole("button", { name: "Change: Agreed waiting time" }).click();
  await card.getByRole("textbox", { name: "Agreed waiting time" }).fill("150");
  await look(page, "record-length-en");
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("2 hours 30 minutes", { exact: true }).first().waitFor();
  expect(await stands("agreed-wait")).toMatchObject({ value: 150 * 60_000, text: "2 hours 30 minutes" });
  await card.getByRole("button", { name: "Change: Agreed waiting time" }).click();
  expect(await card.getByRole("textbox", { name: "Agreed waiting time" }).inputValue()).toBe("150");
  await card.getByRole("textbox", { name: "Agreed waiting time" }).fill("3");
  await card.getByRole("combobox", { name: "Unit: Agreed waiting time" }).click();
  await page.getByRole("option", { name: "days" }).click();
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("3 days", { exact: true }).first().waitFor();

  await desk.speak(page, lead.cookie, "it", 1280);
  await page.reload();
  const carta = page.getByRole("region", { name: "Che cosa vale" });
  await carta.getByRole("button", { name: /Linea di credito/ }).click();
  await carta.getByRole("textbox", { name: "Linea di credito (EUR)" }).pressSequentially("1234,57");
  await carta.getByText(/^1\.?234,57 EUR$/).waitFor(); // read back as it is typed
  await look(page, "record-amount-it");
  await carta.getByRole("button", { name: "Salva" }).click();
  await carta
    .getByText(/^1\.?234,57 EUR$/)
    .first()
    .waitFor();
  expect(await stands("credit-line")).toMatchObject({ value: 123_457 });
  for (const lang of LANGUAGES) {
    await desk.speak(page, lead.cookie, lang, 390);
    await page.reload();
    await page.locator(".standing").first().waitFor();
    for (const n of [0, 1]) {
      await page.locator(".standing .push button").nth(n).click();
      await page.locator(".edit-standing").waitFor();
      await look(page, `record-${n === 0 ? "length" : "amount"}-390-${lang}`);
    }
  }
  await desk.speak(page, lead.cookie, "en", 1280);
  await page.reload();
  await card.getByRole("button", { name: "Change: Credit line" }).click();
  await card.getByLabel("First day").fill("2027-01-01");
  await card.getByLabel("Last day").fill("2026-01-01");
  await card.getByRole("button", { name: "Save" }).click();
  await card.locator(".mantine-InputWrapper-error", { hasText: "it ends before it begins" }).waitFor();
  const put = (value: unknown) =>
    page.evaluate(
      async ([url, body]) =>
        ((await (await fetch(url!, { method: "PUT", body: body!, headers: { "content-type": "application/json", "x-troth": "1" } })).json()) as { faults?: { message: string }[] }).faults?.[0]
          ?.message ?? null,
      [`${desk.server.url}/api/hours/organisations/${plain.organisation}/standing/credit-line`, JSON.stringify({ value })],
    );
  expect(await put("45.00 USD")).toBe("amounts are in EUR here: write it as 45.00 EUR");
  expect(await put("45")).toBe("an amount with two decimals and its currency, such as 45.00 EUR");
  expect(await put(-1)).toBe("an amount with two decimals and its currency, such as 45.00 EUR");
  expect(await put(9_999_999_999_999)).toBe(null); // whole cents, however many
  expect(await stands("credit-line")).toMatchObject({ value: 9_999_999_999_999 });
  expect(faults).toEqual([]);
  expect(complaints.filter((each) => !/status of 400/.test(each))).toEqual([]);
});
