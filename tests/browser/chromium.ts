// The browser of the tests: Chromium from an npm package, unpacked once per checkout with the few libraries that a bare machine lacks.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const FOLDER = join(ROOT, "node_modules/.cache/chromium");
const FONTS = join(FOLDER, "fonts.conf");
// A machine without any font draws no text and takes none: the package's font is there whatever the machine has.
const FONT_SETTINGS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${join(FOLDER, "fonts/fonts")}</dir><cachedir>${join(FOLDER, "font-cache")}</cachedir></fontconfig>`;
// The package's own list runs everything in one process, which ends when a context closes, and switches web security off.
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Starts the browser; whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await settings());
}

/** One that keeps on disk what it may, in `folder`, as a customer's own does. */
export async function launchChromiumIn(folder: string, look: { readonly baseURL: string; readonly locale: string }): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...(await settings()), ...look });
}

async function settings() {
  await unpacked();
  const paths = [process.env["LD_LIBRARY_PATH"], join(FOLDER, "al2023/lib")].filter((path) => path !== undefined); // the machine's own libraries come first
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return {
    executablePath: join(FOLDER, "chromium"),
    args: ARGS,
    headless: true,
    env: { ...env, LD_LIBRARY_PATH: paths.join(":"), FONTCONFIG_FILE: FONTS },
  };
}

/** Unpacks beside and renames, so that two test files at once do not meet a half-written browser. */
async function unpacked(): Promise<void> {
  if (existsSync(FOLDER)) return;
  const draft = `${FOLDER}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  // The package unpacks into the folder for temporary files, its libraries only where it believes to run in a cloud: a process of its own is told both.
  const unpack = 'import("@sparticuz/chromium").then((m) => m.default.executablePath())';
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", unpack], { cwd: ROOT, env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" }, timeout: 120_000 });
  await writeFile(join(draft, "fonts.conf"), FONT_SETTINGS);
  await rename(draft, FOLDER).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(FOLDER)) throw error;
  });
}
