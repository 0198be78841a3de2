// A worker as a process of its own, on a clock that lies in a file: to be killed at any moment. Arguments: the database's URL, the file.
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { blobsIn } from "../../src/database/blobs.ts";
import { connect } from "../../src/database/connect.ts";
import type { House } from "../../src/desk/house.ts";
import { mailboxTransport } from "../../src/doors/mail/out/mailbox-transport.ts";
import { startWorker } from "../../src/doors/worker/worker.ts";
import { TEST_SECRET } from "../database/test-secret.ts";

const [url = "", clock = ""] = process.argv.slice(2);
const database = await connect({ url, secret: TEST_SECRET, connections: 4 });
const house: House = { database, secret: TEST_SECRET, blobs: blobsIn(tmpdir()), now: () => Number(readFileSync(clock, "utf8")), publicUrl: "http://127.0.0.1:8080", changed: () => undefined };
startWorker(house, { send: mailboxTransport(house), every: 15, fault: (error) => process.stderr.write(`${String(error)}\n`) });
process.once("disconnect", () => process.exit()); // the test is gone
process.send?.("ready");
