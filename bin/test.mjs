// Runs the tests and ends with what failed, each by name with its reason, and the one line that counts: "N passed, N failed". Arguments go to vitest.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const REASON_LINES = 12; // of a failure's text: a log that is cut to its end still says why
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "troth-test-report-"));
const report = join(folder, "report.json");
const vitest = join(root, "node_modules/vitest/vitest.mjs");

const child = spawn(
  process.execPath,
  [vitest, "run", "--reporter=default", `--reporter=${join(root, "tests/second-try.ts")}`, "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
const code = await new Promise((resolve) => child.on("exit", (exit) => resolve(exit ?? 1)));

const { passed, failures } = read();
rmSync(folder, { recursive: true, force: true });
if (code !== 0 && failures.length === 0) failures.push({ name: "the run itself", reason: `vitest ended with ${code} though no test failed: what it says above was outside of every test` });
process.exitCode = code !== 0 || failures.length > 0 ? code || 1 : 0;
for (const { name, reason } of failures) process.stdout.write(`failed: ${name}\n${reason.split("\n").slice(0, REASON_LINES).join("\n")}\n`);
process.stdout.write(`${passed} passed, ${failures.length} failed\n`);

/** A file that could not even be loaded holds no test, and counts as one that failed. */
function read() {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const failures = testResults.flatMap((file) => {
      const tests = file.assertionResults.filter((each) => each.status === "failed");
      const where = relative(root, file.name);
      if (file.status === "failed" && !tests.length) return [{ name: where, reason: file.message }];
      return tests.map((each) => ({ name: `${where}: ${each.fullName}`, reason: each.failureMessages.join("\n").replaceAll(/^.*node_modules.*\n?/gm, "") }));
    });
    return { passed: numPassedTests, failures };
  } catch (error) {
    return { passed: 0, failures: [{ name: "the run itself", reason: `It left no report: ${error.message}` }] };
  }
}
