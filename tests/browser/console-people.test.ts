// Who takes part in a ticket by mail, and whose address mail comes back from, as staff see it and change it.
import { expect, test } from "vitest";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { post } from "../mail/post.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "technical-support";
const HELP = `help@${DESK}.example`;
const PAT = "pat@northwind-rowing.example";
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

test("people in Cc are shown; ticked, one gets the answers; removed, none; a bounce is told in the queue, on the ticket and on the message", async () => {
  await post(server.smtpPort, {
    from: `Pat Moreno <${PAT}>`,
    to: HELP,
    cc: "Eva Lab <eva@lab.example>",
    subject: "Boats and sails",
    text: "The boats do not sail.\n\nSee the picture.",
    messageId: "<boats@northwind-rowing.example>",
  });
  const { page, complaints } = await signIn(browser, url, DESK, "owen.fitch");
  const found = async () => ((await (await page.request.get(`${url}/api/${DESK}/tickets?q=sails`)).json()) as { items: { number: string }[] }).items;
  await expect.poll(async () => (await found()).length).toBe(1);
  const number = (await found())[0]?.number ?? "";
  await page.goto(`${url}/${DESK}/console/tickets/${number}`);
  const copied = page.getByRole("checkbox", { name: "Eva Lab gets the answers" });
  await copied.click();
  await expect.poll(() => copied.isChecked(), { timeout: 45_000 }).toBe(true);
  const people = async () => ((await (await page.request.get(`${url}/api/${DESK}/tickets/${number}`)).json()) as { participants: { copied: boolean; removed: boolean }[] }).participants;
  await expect.poll(people).toMatchObject([{ copied: true, removed: false }]);
  await page.request.post(`${url}/api/${DESK}/tickets/${number}/answers`, { data: { text: "Raise the mainsail." }, headers: { "X-Troth": "1", Origin: url } });
  expect((await caughtMails(server, "eva@lab.example", 1)).length).toBe(1);

  const [confirmation] = await caughtMails(server, PAT, 1);
  const id = confirmation?.headers["Message-ID"] ?? "";
  await post(server.smtpPort, {
    envelope: { from: "", to: HELP },
    raw: `From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail Returned to Sender\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nIt came back.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${PAT}\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${id}\r\n--b--\r\n`,
  });
  await page.getByText("Came back: could not be delivered").waitFor();
  await page.getByText(`Mail to ${PAT} comes back for good (5.1.1).`).waitFor();
  await page.getByRole("button", { name: "Remove: Eva Lab" }).click();
  await page.getByText("Eva Lab · removed").waitFor();
  await page.getByRole("button", { name: "Put back: Eva Lab" }).waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await barriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
