// The five desks that come with it: whoever starts them finds each role held that its policy asks anything of, and appeals that somebody else can hear.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDemo } from "../../src/demo/demo-shape.ts";
import { roleFindings } from "../../src/desk/views/role-findings.ts";
import { compile, rolesAsked } from "../../src/policy/index.ts";

const desks = readdirSync("policies", { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? [d.name] : []));

test.each(desks)("%s", (desk) => {
  const { policy } = compile(readFileSync(`policies/${desk}/policy.yaml`, "utf8"));
  if (!policy) throw new Error(`${desk} does not compile`);
  const { staff } = readDemo(readFileSync(`policies/${desk}/demo.yaml`, "utf8"), `policies/${desk}/demo.yaml`);
  expect(
    roleFindings(
      policy,
      staff.map((s, i) => ({ ...s, id: String(i), disabled_at: null })),
    ),
  ).toEqual([]);
  for (const { role, tasks } of rolesAsked(policy)) expect(tasks.length === 0 || staff.some((s) => s.holds.includes(role)), role).toBe(true);
});
