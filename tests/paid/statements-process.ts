// Makes a month's statements as a process of its own and stops before they are kept: to be killed. Argument: the database's URL.
import { connect } from "../../src/database/connect.ts";
import { closeMonth } from "../../src/desk/acts/close-month.ts";
import { policyInForce } from "../../src/desk/policies/running.ts";
import { TEST_SECRET } from "../database/test-secret.ts";

const [url = "", at = "0"] = process.argv.slice(2);
const database = await connect({ url, secret: TEST_SECRET, connections: 2 });
process.once("disconnect", () => process.exit()); // the test is gone
await database.asDesk("dms", async (tx) => {
  const { policy } = await policyInForce(tx, "dms", Number(at));
  const made = await closeMonth(tx, { month: "2026-01", before: Number(at), policy, by: "killed", at: Number(at) });
  process.send?.(made.length);
  await new Promise(() => undefined); // held open until it is killed
});
