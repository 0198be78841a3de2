// How much of the machine the embedded database takes for itself.
import { expect, test } from "vitest";
import { sharedMemory } from "../../src/database/embedded-settings.ts";

const GB = 1024 ** 3;

test.each([
  ["a small rented machine", 0.5 * GB, 0.125 * GB],
  ["two gigabytes", 2 * GB, 0.25 * GB],
  ["a large server", 64 * GB, GB],
])("%s", (_name, machine, shared) => {
  expect(sharedMemory(machine)).toBe(shared);
});
