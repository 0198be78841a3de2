// `troth check --desk`: what does not fit together in a desk's rota, closures and staff.
import { connect } from "../database/connect.ts";
import { Trouble } from "../database/trouble.ts";
import { deskPolicy } from "../desk/policies/activate.ts";
import { deskFindings } from "../desk/views/desk-findings.ts";
import type { Settings } from "../settings.ts";
import { openDatabase } from "./open-database.ts";
import { counted, out, styled } from "./screen.ts";

/** Shows every finding about the next four weeks; the exit code is 1 where one is an error. Throws Trouble where there is no such desk. */
export async function checkDesk(desk: string, how: { readonly json?: boolean }, settings: Settings): Promise<void> {
  const open = await openDatabase(settings);
  try {
    const database = await connect({ url: open.url, secret: await open.secret(), connections: 2 });
    try {
      if (!(await database.asOwner((tx) => deskPolicy(tx, desk)))) throw new Trouble(`There is no desk ${desk}.`, "`npx troth activate <policy> --desk <desk>` opens one.");
      const findings = await database.asDesk(desk, (tx) => deskFindings(tx, desk, Date.now()), { readOnly: true });
      const errors = findings.filter((f) => f.severity === "error").length;
      if (how.json) out(JSON.stringify({ desk, errors, findings }, null, 2));
      else
        out(
          ...findings.map((f) => `${styled(f.severity === "error" ? "red" : "yellow", f.severity)} ${f.code}  ${f.message}\n    for example: ${f.example}`),
          `${styled("bold", desk)}: ${errors ? counted(errors, "error") : "no error"}, ${counted(findings.length - errors, "warning")}`,
        );
      if (errors) process.exitCode = 1;
    } finally {
      await database.close();
    }
  } finally {
    await open.close();
  }
}
