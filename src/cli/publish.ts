// `troth publish`: the public page of a policy, as a whole HTML document or as Markdown.
import { Trouble } from "../database/trouble.ts";
import { pageHtml } from "../words/page-html.ts";
import { pageMarkdown } from "../words/page-markdown.ts";
import { policyPage } from "../words/page.ts";
import { escapeHtml } from "../words/escape-html.ts";
import { readPolicyFile, runnable } from "./policy-file.ts";
import { out } from "./screen.ts";

export interface PublishOptions {
  readonly lang?: string;
  readonly format: string;
  readonly notes?: boolean;
}

/** Writes the page to standard output. Throws Trouble where the policy has no words in the language. */
export async function publishPolicy(name: string, how: PublishOptions): Promise<void> {
  const policy = runnable(await readPolicyFile(name));
  const lang = how.lang ?? policy.desk.languages[0] ?? "en";
  if (!policy.desk.languages.includes(lang)) throw new Trouble(`The policy has no words in ${lang}.`, `It has ${policy.desk.languages.join(", ")}.`);
  const page = policyPage(policy, lang, { notes: how.notes === true });
  if (how.format === "md") return out(pageMarkdown(page).trimEnd());
  out(
    `<!doctype html>\n<html lang="${escapeHtml(lang)}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(`${page.title} · ${page.desk}`)}</title>\n</head>\n<body>`,
    pageHtml(page),
    "</body>\n</html>",
  );
}
