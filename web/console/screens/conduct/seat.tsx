// Who acts for a role of the policy, and as what somebody decided.
import type { ConductCase } from "../../../shared/shapes.ts";
import { capital } from "../../../../src/words/capital.ts";
import { useWords } from "../../words/words.tsx";

type File = NonNullable<ConductCase["file"]>;
type Decision = NonNullable<File["decision"]>;

/** "The team lead: Radu Stan"; where nobody holds it, those who stand in. */
export function SeatShown({ seat, appeal = false }: { readonly seat: File["decides"][number]; readonly appeal?: boolean }) {
  const { say, lang } = useWords();
  const names = seat.people.map((p) => p.name).join(", ");
  if (seat.role === null) return <p className="wrap">{names}</p>;
  const role = capital(seat.role, lang);
  return <p className="wrap">{seat.inPlace ? say(appeal ? "conduct.seat-nobody-else" : "conduct.seat-in-place", { role, names }) : say("conduct.seat", { role, names })}</p>;
}

/** The name of who decided, with the role that they held or for which they stood in. */
export function Signed({ by, as }: { readonly by: Decision["by"]; readonly as: Decision["as"] }) {
  const { say } = useWords();
  const name = by?.name ?? "";
  if (as === null) return name;
  if (as.as === "named") return say("conduct.signed-named", { name });
  return as.role === null ? name : say(`conduct.signed-${as.as}`, { name, role: as.role });
}
