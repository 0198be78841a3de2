// Who is signed in, as the screens need it.
import { wordsIn } from "../../words/slots.ts";
import { Problem } from "../problem.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";

/** The viewer as they are now, with their desk. */
export async function meView(look: Look) {
  const { tx, viewer, desk } = look;
  const { policy } = await policyNow(look);
  const nobody = { email: null, role: null, present: null, scopes: [] as string[], organisation: null };
  const deskFor = (lang: string) => ({ desk, name: wordsIn(policy.desk.name, lang), colour: policy.desk.colour ?? null, languages: policy.desk.languages, zone: policy.desk.zone });
  if (viewer.kind === "staff") {
    const [row] = await tx.query<{ name: string; email: string; role: "admin" | "lead" | "agent"; language: string; present: boolean }>(
      "select name, email, role, language, present from staff where desk = troth_desk() and id = $1",
      [viewer.id],
    );
    if (!row) throw new Problem("sign-in-needed");
    return { ...nobody, kind: viewer.kind, id: viewer.id, ...row, desk: deskFor(row.language) };
  }
  const { lang } = readerOf(look, policy);
  if (viewer.kind === "key") return { ...nobody, kind: viewer.kind, id: viewer.id, name: viewer.name, scopes: [...viewer.scopes], language: lang, desk: deskFor(lang) };
  const [office] = viewer.organisation === null ? [] : await tx.query<{ id: string; name: string }>("select id, name from organisations where desk = troth_desk() and id = $1", [viewer.organisation]);
  return { ...nobody, kind: viewer.kind, id: viewer.id, name: viewer.name, email: viewer.email, language: lang, organisation: office ?? null, desk: deskFor(lang) };
}
