// Asking in the portal, in a real browser: with and without a script, known and unknown, taken on and refused.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { portalHouse } from "../portal/portal-house.ts";
import { openChromium, visitor } from "./portal-visitor.ts";

const { base, session, mailsTo, rows } = await portalHouse("dms", "orthocab");
const browser = await openChromium();
const folder = await mkdtemp(join(tmpdir(), "troth-files-"));
const titled = (subject: string) => rows<{ number: string; claims: Record<string, unknown> }>("dms", "select number, claims from tickets where desk = troth_desk() and subject = $1", subject);

test("while one writes, the policy answers and a topic is offered; what is sent gets a number, and the mail says the same", async () => {
  const { page, complaints } = await visitor(browser, base, { cookie: await session("dms") });
  await page.goto("/dms/ask?lang=it");
  expect(await page.locator("button[value=send]").isVisible()).toBe(false); // first see, then send
  await page.getByLabel("In una riga").fill("Gli indici non si allineano");
  await page.getByLabel("Che cosa succede").fill("Il programma propone di riallineare gli indici, poi si ferma.");
  await page.getByRole("button", { name: "Allineamento degli indici" }).click();
  expect(await page.locator("#topic").inputValue()).toBe("indexes");
  await page.locator("#says .quote").waitFor();
  expect(await page.locator("#says").innerText()).toMatch(/Ce ne occupiamo[\s\S]*45,00 EUR[\s\S]*IVA 22%\s+9,90 EUR[\s\S]*54,90 EUR/);
  expect(await page.locator("#says .clause").first().innerText()).toMatch(/^§ \d+\.\d+ /);
  await page.getByRole("button", { name: "Invia", exact: true }).click();
  await page.getByRole("heading", { name: "La richiesta è stata inviata" }).waitFor();
  const number = await page.locator(".big-number").innerText();
  expect(number).toMatch(/^DM-\d+$/);
  expect(await page.locator(".says").innerText()).toContain("54,90 EUR");
  const mail = (await mailsTo("contact@customer-dms.example")).at(-1);
  expect(mail?.subject).toContain(number);
  expect(mail?.text).toContain("54,90 EUR");
  expect(complaints).toEqual([]);
});

test("without a script the same takes two steps: look, then send", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("orthocab"), script: false });
  await page.goto("/orthocab/ask?lang=fr");
  expect(await page.locator("button[value=send]").isVisible()).toBe(false);
  await page.locator("#subject").fill("Exercice introuvable");
  await page.locator("#text").fill("Je ne trouve plus l’exercice de dénomination.");
  await page.locator("#topic").selectOption({ label: "Quelque chose ne marche pas" });
  await page.getByRole("button", { name: "Voir ce que prévoit notre politique" }).click();
  expect(await page.locator("#says").innerText()).toMatch(/Première réponse[\s\S]*§ 7\.2/);
  expect(await page.locator("#text").inputValue()).toBe("Je ne trouve plus l’exercice de dénomination.");
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  expect(await page.locator("h1").innerText()).toBe("Votre demande est envoyée");
  expect(await page.locator(".big-number").innerText()).toMatch(/^OC-\d+$/);
});

test("what the desk does not help with is said before it is sent, with the reason and who can help", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms") });
  await page.goto("/dms/ask?lang=en");
  await page.locator("#topic").selectOption("mail-setup");
  await page.locator("#subject").fill("Outlook does not send");
  await page.locator("#text").fill("Since yesterday no mail leaves.");
  await page.locator("#says .verdict.no").waitFor();
  const says = await page.locator("#says").innerText();
  expect(says).toContain("We do not help with this.");
  expect(says).toMatch(/§ 2\.1/);
  expect(says).toMatch(/Who can help\s+your own IT technician/);
  expect(await page.locator("button[value=send]").innerText()).toBe("Send it anyway");
  await page.locator("#topic").selectOption("usage");
  await page.locator("#says .verdict.yes").waitFor();
  expect(await page.locator("button[value=send]").innerText()).toBe("Send");
});

test("where the answer hangs on a question, the question is put first and leads to its field", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("orthocab") });
  await page.goto("/orthocab/ask?lang=en");
  await page.locator("#topic").selectOption({ label: "Zoom" });
  await page.locator("#subject").fill("The call does not open");
  await page.locator("#text").fill("I press the button and nothing opens.");
  await page.locator("#says .depends a").first().click();
  const asked = page.locator("select:target");
  await asked.selectOption({ label: "In the video call itself" });
  await page.locator("#says .verdict.no").waitFor();
});

test("an open ticket about the same is shown before a second one is made", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms", "paola@igiene-fontana.example") });
  await page.goto("/dms/ask?lang=en");
  await page.locator("#topic").selectOption("activation");
  await page.locator("#subject").fill("Codice rifiutato ancora");
  await page.locator("#text").fill("Il codice di attivazione viene rifiutato anche oggi.");
  const add = page.getByRole("button", { name: /^Add this to DM-/ });
  await add.waitFor();
  expect(await page.locator(".similar").innerText()).toContain("Codice di attivazione rifiutato");
  await add.click();
  await page.waitForURL(/\/tickets\/DM-/);
  expect(await page.locator("h1").innerText()).toBe("Codice di attivazione rifiutato");
  expect(await page.locator("main").innerText()).toContain("Il codice di attivazione viene rifiutato anche oggi.");
});

test("a stranger asks by the public form, is told the number and nothing about anybody's rights, and gets the answer by mail", async () => {
  const { page } = await visitor(browser, base);
  await page.goto("/dms/ask?lang=en");
  await page.getByLabel("First and last name").fill("Nora Quint");
  await page.getByLabel("Mail address").fill("nora@quint.example");
  await page.getByLabel("In one line").fill("Can I try the program?");
  await page.getByLabel("What happens").fill("I would like to download it.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const number = await page.locator(".big-number").innerText();
  expect(await page.locator(".says").count()).toBe(0);
  expect((await mailsTo("nora@quint.example")).at(-1)?.subject).toContain(number);
});

test("what is missing is listed at once, each a way to its field, and nothing written is lost", async () => {
  const { page } = await visitor(browser, base, { script: false });
  await page.goto("/dms/ask?lang=en");
  await page.evaluate(() => document.querySelector("form#ask")?.setAttribute("novalidate", ""));
  await page.locator("#subject").fill("Half a request");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const faults = page.getByRole("alert");
  expect(await faults.innerText()).toMatch(/^Please mend 3 things/);
  await faults.getByRole("link", { name: "Mail address" }).click();
  expect(await page.locator("#email").getAttribute("aria-invalid")).toBe("true");
  expect(await page.locator("#subject").inputValue()).toBe("Half a request");
});

test("a form that is sent twice makes one ticket", async () => {
  const { page, context } = await visitor(browser, base, { cookie: await session("dms") });
  await page.goto("/dms/ask?lang=en");
  await page.locator("#subject").fill("Twice pressed");
  await page.locator("#text").fill("I pressed the button twice.");
  await page.locator("#says .verdict").waitFor();
  const fields = (await page.evaluate(() => Object.fromEntries([...new FormData(document.querySelector<HTMLFormElement>("form#ask")!)].filter(([, v]) => typeof v === "string")))) as Record<
    string,
    string
  >;
  await page.locator("button[value=send]").dblclick();
  const number = await page.locator(".big-number").innerText();
  const again = await context.request.post("/dms/ask", { form: { ...fields, do: "send" } });
  expect(again.status()).toBe(201);
  expect(await again.text()).toContain(`<p class="big-number">${number}</p>`);
  expect(await again.text()).toContain("What our policy says"); // told the same as the first time
  expect(await titled("Twice pressed")).toHaveLength(1);
});

test("files stay with the form while one looks, and can be left out again", async () => {
  const [one, two] = [join(folder, "one.txt"), join(folder, "two.txt")];
  await Promise.all([writeFile(one, "one"), writeFile(two, "two")]);
  const { page } = await visitor(browser, base, { cookie: await session("dms"), script: false });
  await page.goto("/dms/ask?lang=en");
  await page.locator("#subject").fill("Two files");
  await page.locator("#text").fill("One of them is right.");
  await page.locator("#files").setInputFiles([one, two]);
  await page.locator("button[value=preview]").click();
  await page.getByLabel(/two\.txt/).uncheck();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("link", { name: "Open the ticket" }).click();
  expect(await page.locator(".files").innerText()).toMatch(/one\.txt/);
  expect(await page.locator(".files").innerText()).not.toMatch(/two\.txt/);
});

test("a file that is too big is named before anything is sent", async () => {
  const film = join(folder, "film.mp4");
  await writeFile(film, new Uint8Array(25_000_001));
  const { page } = await visitor(browser, base, { cookie: await session("dms") });
  await page.goto("/dms/ask?lang=en");
  await page.locator("#files").setInputFiles(film);
  expect(await page.locator("#files").evaluate((input: HTMLInputElement) => input.validationMessage)).toBe("film.mp4 is too big: at most 25 MB.");
});

test("words survive leaving the page, until the request has arrived", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms") });
  await page.goto("/dms/ask?lang=en");
  await page.locator("#subject").fill("Half written");
  await page.locator("#text").fill("I look something up meanwhile.");
  await page.goto("/dms/policy");
  await page.goto("/dms/ask");
  expect(await page.locator("#text").inputValue()).toBe("I look something up meanwhile.");
  await page.locator("button[value=send]").click();
  await page.locator(".big-number").waitFor();
  await page.goto("/dms/ask");
  expect(await page.locator("#text").inputValue()).toBe("");
});

test("a session that ends while one writes costs nothing: the words wait until one has signed in again", async () => {
  const cookie = await session("dms");
  const { page, context } = await visitor(browser, base, { cookie, script: false });
  await page.goto("/dms/ask?lang=en");
  await context.clearCookies({ name: cookie.name });
  await page.locator("#subject").fill("Written long");
  await page.locator("#text").fill("It took me an hour to write this.");
  await page.locator("button[value=preview]").click();
  expect(await page.getByRole("alert").innerText()).toContain("Your session has ended.");
  expect(await page.locator("#text").inputValue()).toBe("It took me an hour to write this.");
  await context.addCookies([{ ...(await session("dms")), url: base }]);
  await page.locator("button[value=send]").click();
  expect(await page.locator(".big-number").innerText()).toMatch(/^DM-/);
  expect(await titled("Written long")).toHaveLength(1);
});
