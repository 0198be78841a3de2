// `npm run screenshots`: the pictures of docs/pictures, taken afresh from a server that runs for that alone.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { createTransport } from "nodemailer";
import { chromium as browserType } from "playwright-core";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pictures = join(root, "docs/pictures");
const dataDir = mkdtempSync(join(tmpdir(), "troth-pictures-"));
const [port, smtpPort] = [await freePort(), await freePort()];
const url = `http://127.0.0.1:${port}`;
const desk = "orthocab";
const customer = `contact@customer-${desk}.example`;

const server = spawn(process.execPath, [join(root, "bin/troth.mjs"), "serve"], {
  cwd: root,
  env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), SMTP_PORT: String(smtpPort) },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = new Promise((resolve) => server.once("exit", resolve));
const browser = await browserType.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"], headless: true });
try {
  await started();
  mkdirSync(pictures, { recursive: true });
  await mail();
  await ofConsole();
  await ofPortal();
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
}

/** Queue and ticket, as an agent has them before them. */
async function ofConsole() {
  const page = await pageOf({ width: 1440, height: 900 });
  const signIn = await page.request.post(`${url}/api/${desk}/session`, { data: { email: `claire.vasseur@${desk}.example`, password: "troth-demo" }, headers: { "x-troth": "1", origin: url } });
  if (!signIn.ok()) throw new Error(`signing in: ${signIn.status()}`);
  await page.request.patch(`${url}/api/${desk}/session`, { data: { language: "en" }, headers: { "x-troth": "1", origin: url } });
  await page.goto(`${url}/${desk}/console`);
  await page.locator(".list-row").first().waitFor();
  await picture(page, "queue");
  await page.locator(".list-row").nth(1).click(); // one whose clock runs
  await page.waitForURL(/tickets\//);
  await picture(page, "ticket");
}

/** Asking, with what the policy says before anything is sent; and the policy's page. */
async function ofPortal() {
  const page = await pageOf({ width: 1100, height: 1000 });
  await page.request.post(`${url}/${desk}/sign-in`, { form: { email: customer }, headers: { origin: url } });
  await page.goto(await signInLink());
  await page.locator("main form button").first().click();
  await page.goto(`${url}/${desk}/ask?lang=en&topic=how-to`);
  await page.locator("#subject").fill("How do I invite a patient without a mail address?");
  await page.locator("#text").fill("A patient has no mail address. How can I invite them to a video session all the same?");
  await page.locator("button[name=do][value=preview], button[value=preview]").first().click();
  await page.locator("section.says").waitFor();
  await picture(page, "ask");
  await page.goto(`${url}/${desk}/policy?lang=en`);
  await picture(page, "policy");
}

/** A mail to the desk, and the confirmation that it gets. */
async function mail() {
  const client = createTransport({ host: "127.0.0.1", port: smtpPort, ignoreTLS: true });
  await client.sendMail({
    from: customer,
    to: `help@${desk}.example`,
    subject: "Exporter mes comptes rendus",
    text: "Bonjour,\nje voudrais exporter tous mes comptes rendus de séance en une seule fois. Comment faire ?\nMerci beaucoup, Sophie Lemaire",
  });
  client.close();
  await mailWith((text) => text.includes("OC-"));
  const page = await pageOf({ width: 1200, height: 900 });
  await page.goto(`${url}/mailbox`);
  await picture(page, "mail");
}

async function signInLink() {
  const text = await mailWith((each) => each.includes("/sign-in/"));
  return /https?:\/\/\S+\/sign-in\/\S+/.exec(text)?.[0] ?? "";
}

async function mailWith(is) {
  for (let n = 0; n < 100; n++) {
    const mails = await (await fetch(`${url}/mailbox/messages?to=${encodeURIComponent(customer)}`)).json();
    const found = mails.findLast((each) => is(each.text));
    if (found) return found.text;
    await wait(100);
  }
  throw new Error("the mail did not come");
}

async function pageOf(viewport) {
  const context = await browser.newContext({ viewport, locale: "en-GB", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function picture(page, name) {
  await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => undefined); // live pages are never idle
  await wait(500); // typefaces
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  process.stdout.write(`docs/pictures/${name}.png\n`);
}

async function started() {
  let said = "";
  server.stdout.on("data", (chunk) => void (said += chunk));
  for (let n = 0; n < 1200 && !said.includes("Troth is running"); n++) {
    if (server.exitCode !== null) throw new Error("the server ended");
    await wait(100);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once("error", reject)
      .listen(0, "127.0.0.1", () => {
        const { port: free } = probe.address();
        probe.close(() => resolve(free));
      });
  });
}
