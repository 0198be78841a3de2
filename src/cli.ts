// The command line: every command with its help and an example; what goes wrong is said in sentences, never as a stack.
import { Command, CommanderError, Option } from "commander";
import type { Standing } from "./cli/standing.ts";
import { nameTrouble } from "./database/name-trouble.ts";
import { readSettings, SETTINGS } from "./settings.ts";

const MOMENT = "the moment at which the policy is asked: opened, message, finding, answered, closed …";

/** Runs one command. Sets the exit code; throws only what nobody foresaw. */
export async function run(args: readonly string[], standing: Standing): Promise<void> {
  try {
    await program(standing).parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode;
      return;
    }
    const trouble = nameTrouble(error);
    process.stderr.write(`${trouble ? `${trouble.message}\n${trouble.mend}` : `Something went wrong inside Troth: ${error instanceof Error ? error.message : String(error)}`}\n`);
    if (!trouble && process.env["LOG_LEVEL"] === "debug" && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
    process.exitCode = 1;
  }
}

function program(standing: Standing): Command {
  const settings = () => readSettings(process.env, process.cwd());
  const troth = new Command("troth")
    .description("The help desk that keeps its word: the published support policy is the program.")
    .exitOverride()
    .configureHelp({ helpWidth: 110 })
    .showHelpAfterError("Ask for help with --help.")
    .addHelpText("after", "\nExample:\n  npx troth serve");
  const command = (words: string, description: string, example: string): Command =>
    troth
      .command(words)
      .description(description)
      .addHelpText(
        "after",
        `\nExample:\n${example
          .split("\n")
          .map((line) => `  ${line}`)
          .join("\n")}`,
      );

  command("serve", "Start the server: pages, API, mail and, without DATABASE_URL, a database of its own.", "PORT=8081 npx troth serve")
    .addHelpText("after", settingsText)
    .action(async () => (await import("./main.ts")).serve(settings(), standing));
  command(
    "check [policy...]",
    "Say what is wrong with policies before they run, or with a desk's rota, closures and staff. Ends with 1 where an error is open.",
    "npx troth check policies/*\nnpx troth check --desk orthocab\nnpx troth check policies/teladentistry --staff staff.yaml",
  )
    .option("--json", "the findings as data")
    .option("--desk <desk>", "a desk's own data instead: its rota, closures and staff against the policy in force")
    .option("--staff <file>", "people in a YAML file, with their hours and topics: whether they can keep what is promised in four weeks")
    .option("--from <date>", "the day on which the four weeks begin: 2026-03-02; now if not given")
    .addOption(new Option("--format <format>", "text, json, sarif (SARIF 2.1.0), or github (annotations of a pull request)").choices(["text", "json", "sarif", "github"]).default("text"))
    .action(async (names: string[], how, called: Command) => {
      if (how.desk !== undefined) return (await import("./cli/check-desk.ts")).checkDesk(how.desk, how, settings());
      if (names.length === 0) called.error("error: name a policy, or a desk with --desk");
      await (await import("./cli/check.ts")).checkPolicies(names, how);
    });
  command("test <policy...>", "Run the scenarios that lie beside policies. Ends with 1 where one does not hold.", "npx troth test policies/*")
    .option("--json", "the results as data")
    .action(async (names: string[], how) => (await import("./cli/scenarios.ts")).testPolicies(names, how));
  command(
    "scenarios <policy...>",
    "Say how much of policies their scenarios try, and propose scenarios for the rest.",
    "npx troth scenarios policies/*\nnpx troth scenarios policies/dms --missing --write && npx troth test policies/dms",
  )
    .option("--missing", "list what no scenario tries, and print scenarios for it")
    .option("--write", "put these beside the others, in scenarios/proposed.yaml, for you to confirm")
    .option("--json", "the same as data")
    .action(async (names: string[], how) => (await import("./cli/coverage.ts")).coverPolicies(names, how));
  command(
    "diff <old> <new>",
    "Say who is treated differently by another version of a policy, in which situations, and better or worse.",
    "npx troth diff policies/dms drafts/dms.yaml\ngit show HEAD~1:policies/dms/policy.yaml | npx troth diff - policies/dms",
  )
    .option("--lang <language>", "the language of the words; English where the policy has it, else the desk's first")
    .option("--full", "every group of situations, also where one sentence says them all")
    .option("--json", "the differences as data")
    .action(async (old: string, next: string, how) => (await import("./cli/diff.ts")).diffPolicies(old, next, how));
  for (const [name, description] of [
    ["decide", "Say what a policy answers in a situation: clauses, promises with their times, what follows."],
    ["explain", "The same, and table by table which clause answered and why the others did not."],
  ] as const) {
    command(`${name} <policy>`, description, `echo 'topic: client-billing' > facts.yaml\nnpx troth ${name} policies/taxdome --facts facts.yaml --at 2026-03-02T10:00 --lang ro`)
      .requiredOption("--facts <file>", "a YAML map of facts, as scenarios give them; what it leaves out is an ordinary request")
      .option("--moment <moment>", MOMENT, "opened")
      .option("--at <time>", "when, in the desk's zone: 2026-03-02T10:00; now if not given")
      .option("--opened <time>", "when the ticket was opened; the same time if not given")
      .option("--zone <zone>", "the customer's time zone, as Europe/Paris")
      .option("--about <what>", "the promise or timer that the moment is about, as ticket/first-answer")
      .option("--does <what...>", "what was just done, as answered or solved")
      .option("--bare", "assume nothing: what the file leaves out is unknown")
      .option("--lang <language>", "the language of the words; the desk's first if not given")
      .option("--json", "the decision as data")
      .action(async (policy: string, how) => {
        const commands = await import("./cli/decide.ts");
        await (name === "decide" ? commands.decideOn(policy, how) : commands.explainDecision(policy, how));
      });
  }
  command(
    "deadline [policy]",
    "Say when a length of time ends on a policy's calendar, and why then; or answer a file of cases.",
    'npx troth deadline policies/orthocab --calendar ouvrables --from 2026-03-27T16:50 --for "2 working days"\nnpx troth deadline --cases cases.json --json',
  )
    .option("--calendar <calendar>", "the calendar's id; the only one if not given")
    .option("--zone <zone>", "the customer's time zone, for a calendar that follows it")
    .option("--from <time>", "when it begins, in the calendar's zone: 2026-03-27T16:50, or with an offset; now if not given")
    .option("--for <length>", 'how long: "2 working days", "8 working hours", "24 hours", "1 month"')
    .addOption(new Option("--ends <ends>", "when a working day ends; as the policy's promises if not given").choices(["close", "same-time"]))
    .addOption(new Option("--late-arrival <day>", "the day of what arrives at closing time or later; likewise").choices(["next-opening", "receipt-day"]))
    .option("--cases <file>", "a JSON file of calendars and cases to answer; ends with 1 where one has a fault")
    .option("--json", "the answer as data")
    .action(async (name: string | undefined, how) => (await import("./cli/deadline.ts")).deadline(name, how));
  command("publish <policy>", "Write the public page of a policy.", "npx troth publish policies/orthocab --lang fr > policy.html")
    .option("--lang <language>", "the language; the desk's first if not given")
    .addOption(new Option("--format <format>", "html or md").choices(["html", "md"]).default("html"))
    .option("--notes", "with the author's notes")
    .action(async (name: string, how) => (await import("./cli/publish.ts")).publishPolicy(name, how));
  command(
    "lsp",
    "Serve an editor over standard input and output: findings as one types, what a name means, where it is declared, names to complete.",
    'vim.lsp.start({ name = "troth", cmd = { "npx", "troth", "lsp" } })',
  )
    .option("--stdio", "over standard input and output, as it is in any case")
    .action(async () => (await import("./lsp/serve-editor.ts")).serveEditor(standing.root));
  command("schema", "Write the JSON Schema of the policy language, for completion in an editor.", "npx troth schema > policy.schema.json").action(
    async () => void process.stdout.write((await import("./cli/schema.ts")).policySchema()),
  );
  command("activate <policy>", "Let a desk run by a policy; the desk is opened if it is new.", "npx troth activate support/policy.yaml --admin ana@vendor.example")
    .option("--desk <desk>", "the desk's name in addresses; the policy's id if not given")
    .option("--admin <mail>", "make this person the administrator and print their password")
    .option("--admin-name <name>", "the administrator's name")
    .option("--admin-holds <roles>", "roles of the policy that the administrator holds, with commas between them")
    .option("--late <why>", "activate it though it is too late for the notice that was promised: the promise is broken")
    .action(async (name: string, how) => (await import("./cli/activate.ts")).activate(name, how, settings()));
  command("withdraw <desk> <version>", "Take back a version of a policy that is still to come; whoever was told of it is told that.", 'npx troth withdraw vendor 3 --why "The price was wrong."')
    .requiredOption("--why <why>", "the reason, for the desk")
    .action(async (desk: string, version: string, how: { why: string }) => (await import("./cli/withdraw.ts")).withdraw(desk, version, how.why, settings()));
  command(
    "import <customers>",
    "Bring customers in from a CSV with the columns organisation, name, email, phone, language, zone, sees, country, vat-number and any fact of the record.",
    "npx troth import customers.csv --desk orthocab --dry-run",
  )
    .requiredOption("--desk <desk>", "into which desk")
    .option("--dry-run", "only say what would happen")
    .action(async (file: string, how: { desk: string; dryRun?: boolean }) => (await import("./cli/import-customers.ts")).importCustomers(file, how.desk, how.dryRun === true, settings()));
  const mail = troth
    .command("mail")
    .description("Look after mail: what was held back, and whether the domain and the servers are right.")
    .addHelpText("after", "\nExample:\n  npx troth mail doctor --desk vendor");
  const mailCommand = (words: string, description: string, example: string): Command =>
    mail.command(words).description(description).addHelpText("after", `\nExample:\n  ${example}`).option("--desk <desk>", "of this desk alone");
  const state = (): Option => new Option("--state <state>", "quarantined or set-aside").choices(["quarantined", "set-aside"]);
  mailCommand("list", "List mails that could not be read or were set aside.", "npx troth mail list --state quarantined")
    .addOption(state())
    .action(async (how) => (await import("./cli/mail-replay.ts")).listHeld(how, settings()));
  mailCommand("replay [id...]", "Read mails again that were held back: these, or all that could not be read. Also while the server runs.", "npx troth mail replay 3f9a1c20b7de")
    .addOption(state())
    .action(async (ids: string[], how) => (await import("./cli/mail-replay.ts")).replayMails(ids, how, settings()));
  mailCommand("doctor", "Check MX, SPF, DKIM and DMARC of each desk's domain, and the connections to its servers. Ends with 1 where something is wrong.", "npx troth mail doctor --desk vendor")
    .option("--json", "what was found as data")
    .action(async (how: { desk?: string; json?: boolean }) => (await import("./cli/mail-doctor.ts")).mailDoctor(how.desk, how, settings()));
  command("backup <file>", "Write everything into one file, while the server runs.", "npx troth backup troth-2026-03-02.tar.gz").action(async (file: string) =>
    (await import("./cli/backup.ts")).backUp(file, settings()),
  );
  command("restore <file>", "Bring a backup back into an empty database.", "DATA_DIR=./fresh npx troth restore troth-2026-03-02.tar.gz").action(async (file: string) =>
    (await import("./cli/restore.ts")).restore(file, settings()),
  );
  return troth;
}

function settingsText(): string {
  const rows = Object.entries(SETTINGS).map(([name, { say, otherwise }]) => `  ${name.padEnd(16)} ${say}\n${" ".repeat(19)}Without it: ${otherwise}.`);
  return `\nSettings, all from the environment:\n${rows.join("\n")}`;
}
