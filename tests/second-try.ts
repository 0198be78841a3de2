// A reporter: names each test that passed only at its second try, so that a run that was given one more try does not hide it, and what failed outside of every test.
import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";

export default class SecondTry implements Reporter {
  readonly #names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    for (const name of this.#names) process.stdout.write(`passed at the second try only: ${name}\n`);
    for (const error of errors) process.stdout.write(`failed: outside of every test: ${error.message}\n${error.stack ?? ""}\n`);
  }
}
