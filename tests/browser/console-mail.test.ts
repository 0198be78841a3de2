// Mail in the console: how one came and who sent it, what was cut, how those out fare, and a person settling what nobody can know.
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createTransport } from "nodemailer";
import { afterAll, expect, test } from "vitest";
import { dataFolder, startServer } from "../server/run-server.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "technical-support";
const PAT = "pat@northwind-rowing.example";

/** The customers' server: it takes mails, but hangs up on the first to `lost` once it is whole, and refuses `gone`. */
async function customersServer(): Promise<{ port: number; taken: string[] }> {
  const taken: string[] = [];
  let hungUp = false;
  const server = createServer((socket: Socket) => {
    let [text, reading, to] = ["", false, ""];
    socket.on("error", () => undefined).write("220 customers.example\r\n");
    socket.on("data", (chunk) => {
      text += chunk.toString();
      if (reading) {
        if (!text.endsWith("\r\n.\r\n")) return;
        [reading, text] = [false, ""];
        if (to.includes(PAT) && !hungUp) {
          hungUp = true;
          return socket.destroy();
        }
        taken.push(to);
        return socket.write("250 2.0.0 queued as 4711\r\n");
      }
      for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (/^RCPT/i.test(line)) to = line;
        if (/^DATA/i.test(line)) reading = true;
        socket.write(/^DATA/i.test(line) ? "354 go on\r\n" : /^RCPT.*gone@/i.test(line) ? "550 5.1.1 nobody of that name here\r\n" : /^QUIT/i.test(line) ? "221 bye\r\n" : "250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => void server.close());
  return { port: (server.address() as AddressInfo).port, taken };
}

const customers = await customersServer();
const [server, browser] = await Promise.all([startServer(await dataFolder(), { SMTP_URL: `smtp://127.0.0.1:${customers.port}?ignoreTLS=true`, MAIL_TRUST: "mx.front.example" }), openBrowser()]);
const { url } = server;

async function write(from: string, subject: string, text: string, results: string): Promise<void> {
  const client = createTransport({ host: "127.0.0.1", port: server.smtpPort, ignoreTLS: true });
  const raw = `Received: from elsewhere by mx.front.example\r\nAuthentication-Results: mx.front.example; ${results}\r\nFrom: ${from}\r\nTo: help@${DESK}.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(/\W/g, "")}@northwind-rowing.example>\r\n\r\n${text.replaceAll("\n", "\r\n")}`;
  await client.sendMail({ envelope: { from, to: `help@${DESK}.example` }, raw });
  client.close();
}

test("a mail is laid open: why it is here, who sent it, what was cut, its headers", async () => {
  await write(
    PAT,
    "Sails of last week",
    "Please cancel everything.\n\nOn Mon, 2 Mar 2026 at 10:00, Technical Support <help@technical-support.example> wrote:\n> Shall we go on?\n",
    "dmarc=fail header.from=northwind-rowing.example; spf=fail smtp.mailfrom=pat@northwind-rowing.example",
  );
  const { page, complaints } = await signIn(browser, url, DESK, "owen.fitch");
  await expect.poll(async () => ((await (await page.request.get(`${url}/api/${DESK}/tickets?q=Sails`)).json()) as { items: unknown[] }).items.length).toBe(1);
  const { items } = (await (await page.request.get(`${url}/api/${DESK}/tickets?q=Sails`)).json()) as { items: { number: string }[] };
  await page.goto(`${url}/${DESK}/console/tickets/${items[0]?.number ?? ""}`);
  await page.getByText("Sender denied by its domain").waitFor();
  await page.getByRole("button", { name: "How it came" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("It belonged to no ticket, so it opened this one.").waitFor();
  await dialog.getByText("Denied: northwind-rowing.example says that it did not send it.").waitFor();
  await dialog.getByText("checked by mx.front.example").waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole("tab", { name: "What was cut" }).click();
  expect((await dialog.locator("[data-cut=true]").allInnerTexts()).join("")).toContain("> Shall we go on?");
  expect((await dialog.locator("[data-cut=false]").allInnerTexts()).join("")).toContain("Please cancel everything.");
  await dialog.getByRole("tab", { name: "Headers" }).click();
  await dialog.getByRole("tabpanel", { name: "Headers" }).getByText("Received: from elsewhere by mx.front.example").waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("what nobody can know waits for a person: on the ticket, and on the page of mail health, where it is sent again", async () => {
  await write("gone@northwind-rowing.example", "From one who left", "Does anybody read this?", "dmarc=pass header.from=northwind-rowing.example");
  const { page } = await signIn(browser, url, DESK, "owen.fitch");
  await page.goto(`${url}/${DESK}/console/mail`);
  await page.getByRole("heading", { name: "Mail health" }).waitFor();
  const unsettled = page.locator("section", { has: page.getByRole("heading", { name: "For a person to settle" }) });
  await expect
    .poll(
      async () => {
        await page.reload();
        await unsettled.locator("li").first().waitFor();
        return (await unsettled.locator("li").allInnerTexts()).map((text) => text.split("\n")[0]);
      },
      { timeout: 20_000, interval: 500 },
    )
    .toEqual(["Not delivered", "Uncertain"]);
  await page.getByText("550 5.1.1 nobody of that name here").first().waitFor();
  expect(await barriers(page)).toEqual([]);
  const uncertain = unsettled.locator("li", { hasText: "Uncertain" });
  await uncertain.getByText(/it may have left/).waitFor();
  expect(customers.taken).toEqual([]);
  await uncertain.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => customers.taken.filter((to) => to.includes(PAT)).length, { timeout: 10_000 }).toBe(1);
  await page.reload();
  await expect.poll(async () => (await unsettled.locator("li").allInnerTexts()).map((text) => text.split("\n")[0]), { timeout: 10_000 }).toEqual(["Not delivered"]);
  await page.getByRole("button", { name: "Leave it" }).click();
  await page.getByText("Nothing to settle").waitFor();
});

test.each(["fr", "it", "ro"])("in %s, on a telephone, in the dark: nothing is wider than the screen, nothing is in another language", async (lang) => {
  const { page } = await signIn(browser, url, DESK, "owen.fitch", { lang, width: 360, height: 740, dark: true });
  await page.goto(`${url}/${DESK}/console/mail`);
  await page.locator(".health").waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await page.locator("h1").innerText()).not.toBe("Mail health");
  expect(await barriers(page)).toEqual([]);
});
