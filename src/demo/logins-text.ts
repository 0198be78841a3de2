// What a newcomer reads after the start: where to click, and the logins.
import { DEMO_PASSWORD, type DemoDesk } from "./demo-desks.ts";

/** A block for each desk. `url` is the server's address, `mail` how mail comes in. */
export function loginsText(desks: readonly DemoDesk[], url: string, mail: string): string {
  const blocks = desks.map((d) =>
    [
      d.desk,
      `  customers  ${url}/${d.desk}`,
      `  agents     ${url}/${d.desk}/console`,
      `  mail       ${d.address} through ${mail}, for example from ${d.customer}`,
      `  logins     ${d.staff.map((s) => `${s.email} (${s.role})`).join(", ")}`,
    ].join("\n"),
  );
  return [...blocks, `Every demo login has the password ${DEMO_PASSWORD}. Customers sign in by a link in a mail; outgoing mail is caught and shown at ${url}/mailbox`].join("\n\n");
}
