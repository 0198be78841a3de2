// A reporter: names what failed outside of every test, which the counts do not show.
import type { Reporter, SerializedError, TestModule } from "vitest/node";

export default class Outside implements Reporter {
  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    for (const error of errors) process.stdout.write(`failed: outside of every test: ${error.message}\n${error.stack ?? ""}\n`);
  }
}
