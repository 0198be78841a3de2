// Runs the tests and ends with what failed, each by name with its reason, and the one line that counts: "N passed, N failed". Arguments go to vitest.
// With TEST_TRIES=2, for a machine that others use as well, a file in which something failed runs once more, whole and on a new database, and is named if it needed that.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const REASON_LINES = 12; // of a failure's text: a log that is cut to its end still says why
const MOST_AGAIN = 5; // files: where more fail it is not the machine
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "troth-test-report-"));

let child;
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));

const first = await run(process.argv.slice(2), "first");
let { passed, failures, code } = first;
const files = [...new Set(failures.map((failure) => failure.file))];
if (Number(process.env.TEST_TRIES) > 1 && files.length > 0 && files.length <= MOST_AGAIN && files.every(Boolean)) {
  for (const { name, reason } of failures) process.stdout.write(`failed at the first try: ${name}\n${short(reason)}\n`);
  const second = await run(files, "second");
  passed += second.passed - first.passedIn(files);
  for (const { name } of failures) if (!second.failures.some((failure) => failure.name === name)) process.stdout.write(`passed at the second try only: ${name}\n`);
  ({ failures, code } = second);
}
rmSync(folder, { recursive: true, force: true });

process.exitCode = failures.length > 0 ? code || 1 : 0;
for (const { name, reason } of failures) process.stdout.write(`failed: ${name}\n${short(reason)}\n`);
process.stdout.write(`${passed} passed, ${failures.length} failed\n`);

function short(reason) {
  return reason.split("\n").slice(0, REASON_LINES).join("\n");
}

async function run(args, name) {
  const report = join(folder, `${name}.json`);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  child = spawn(process.execPath, [vitest, "run", "--reporter=default", `--reporter=${join(root, "tests/outside.ts")}`, "--reporter=json", `--outputFile.json=${report}`, ...args], {
    cwd: root,
    stdio: "inherit",
  });
  const code = await new Promise((resolve) => child.on("exit", (exit) => resolve(exit ?? 1)));
  const result = read(report);
  if (code !== 0 && result.failures.length === 0)
    result.failures.push({ name: "the run itself", reason: `vitest ended with ${code} though no test failed: what it says above was outside of every test` });
  return { ...result, code };
}

/** A file that could not even be loaded holds no test, and counts as one that failed. */
function read(report) {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const failures = testResults.flatMap((result) => {
      const tests = result.assertionResults.filter((each) => each.status === "failed");
      const file = relative(root, result.name);
      if (result.status === "failed" && !tests.length) return [{ file, name: file, reason: result.message }];
      return tests.map((each) => ({ file, name: `${file}: ${each.fullName}`, reason: each.failureMessages.join("\n").replaceAll(/^.*node_modules.*\n?/gm, "") }));
    });
    const passedIn = (files) =>
      testResults.filter((result) => files.includes(relative(root, result.name))).flatMap((result) => result.assertionResults.filter((each) => each.status === "passed")).length;
    return { passed: numPassedTests, failures, passedIn };
  } catch (error) {
    return { passed: 0, failures: [{ name: "the run itself", reason: `It left no report: ${error.message}` }], passedIn: () => 0 };
  }
}
