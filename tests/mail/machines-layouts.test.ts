// Machines' mail of many kinds is told by its class, and no person's mail that speaks of such things is taken for one.
import { describe, expect, test } from "vitest";
import { readMail } from "../../src/doors/mail/reading/read-mail.ts";
import { AUTOMATIC } from "./layouts/away.ts";
import { BOUNCES } from "./layouts/bounces.ts";
import { ORDINARY } from "./layouts/ordinary.ts";

const REPORTS: Readonly<Record<string, string>> = { REPORT: "delivery-status", RECEIPT: "disposition-notification", FEEDBACK: "feedback-report" };

const mails = (layouts: string): { name: string; wanted: string; raw: string }[] =>
  layouts
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [title = "", ...lines] = block.split("\n");
      const [name = "", wanted = ""] = title.split(" => ");
      const [head = "", ...rest] = lines.join("\n").split("\n\n");
      const report = Object.keys(REPORTS).find((word) => head.split("\n").includes(word));
      const parts = rest.join("\n\n").split(/^--- (?=\w+\/)/m);
      const type = report ? `multipart/report; report-type=${REPORTS[report]}` : "multipart/mixed";
      const headers = [...head.split("\n").filter((line) => line !== report), "To: help@vendor.example", "Date: Mon, 2 Mar 2026 10:06:00 +0100", "MIME-Version: 1.0"];
      const body =
        parts.length === 1 && !report
          ? [...headers, "Content-Type: text/plain; charset=utf-8", "", parts[0] ?? ""]
          : [
              ...headers,
              `Content-Type: ${type}; boundary="b"`,
              "",
              ...parts.flatMap((part, at) => {
                const [kind = "", ...content] = at === 0 ? ["text/plain; charset=utf-8", part] : part.split("\n");
                return ["--b", `Content-Type: ${kind}`, "", ...content];
              }),
              "--b--",
              "",
            ];
      return { name, wanted, raw: body.join("\n").replace(/\n/g, "\r\n") };
    });

const named = (layouts: string): [string, { wanted: string; raw: string }][] => mails(layouts).map((each) => [each.name, each]);
const read = async (raw: string): Promise<Awaited<ReturnType<typeof readMail>>["robot"]> => (await readMail(Buffer.from(raw), null)).robot;

describe("deliveries", () => {
  test.each(named(BOUNCES))("%s", async (_name, { wanted, raw }) => {
    const robot = await read(raw);
    const failed = robot?.failed.map((f) => ` ${f.address} ${f.hard ? "hard" : "soft"}`).join("") ?? "";
    expect(`${robot?.kind}${failed}`).toBe(wanted);
  });
});

describe("automatic answers", () => {
  test.each(named(AUTOMATIC))("%s", async (_name, { wanted, raw }) => {
    expect((await read(raw))?.kind).toBe(wanted);
  });
});

describe("people", () => {
  test.each(named(ORDINARY))("%s", async (_name, { raw }) => {
    expect(await read(raw)).toBeNull();
  });
});
