// The words of a desk's mails as an admin sees them: what is said, what is wrong with it, and how a real mail looks in it.
import type { MailFramesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Lang, Policy } from "../../policy/index.ts";
import { composeMail, type MailToWrite } from "../../words/mails/compose.ts";
import { checkFrame } from "../../words/mails/frames/check-frame.ts";
import { defaultFrame } from "../../words/mails/frames/default-frame.ts";
import { frameOf, isFramable } from "../../words/mails/frames/framable.ts";
import { type Frame, FRAME_NAMES, type FrameName, placeholdersOf } from "../../words/mails/frames/frames.ts";
import { type FrameWords, newestFrames, versionsOf } from "../frames/reads.ts";
import type { OutboxMail } from "../outbox-mail.ts";
import { instantIso } from "./instant-iso.ts";
import { sampleMail } from "./sample-mail.ts";

const wordsIn = (name: FrameName, languages: readonly Lang[], own: FrameWords | null): FrameWords => own ?? Object.fromEntries(languages.map((lang) => [lang, defaultFrame(name, lang)]));

function shown(name: FrameName, row: MailFramesRow | undefined, { desk: { languages } }: Policy) {
  const own = (row?.words ?? null) as FrameWords | null;
  return {
    mail: name,
    version: row?.version ?? 0,
    own: own !== null,
    madeAt: row ? instantIso(row.made_at) : null,
    madeBy: row?.made_by ?? null,
    placeholders: Object.entries(placeholdersOf(name)).map(([placeholder, what]) => ({ name: placeholder, ...what })),
    words: wordsIn(name, languages, own),
    findings: own === null ? [] : checkFrame(name, own, languages),
  };
}

/** Every mail whose words are the desk's to choose. */
export async function allFrames(tx: Tx, policy: Policy) {
  const rows = await newestFrames(tx);
  return {
    items: FRAME_NAMES.map((name) =>
      shown(
        name,
        rows.find((row) => row.mail === name),
        policy,
      ),
    ),
  };
}

export async function oneFrame(tx: Tx, name: FrameName, policy: Policy) {
  const [row] = await versionsOf(tx, name);
  return shown(name, row, policy);
}

/** What it said before, the newest first. */
export async function frameVersions(tx: Tx, name: FrameName, { desk: { languages } }: Policy) {
  const rows = await versionsOf(tx, name);
  return {
    items: rows.map((row) => ({
      version: row.version,
      own: row.words !== null,
      words: wordsIn(name, languages, row.words as FrameWords | null),
      madeAt: instantIso(row.made_at),
      madeBy: row.made_by,
    })),
  };
}

/** The last mail of this kind that the desk wrote, in these words; where it wrote none yet, a made-up one. `real` says which. */
export async function framePreview(
  tx: Tx,
  at: { readonly desk: string; readonly url: string; readonly policy: Policy; readonly now: number },
  wanted: { readonly mail: FrameName; readonly language: Lang; readonly frame: Frame },
) {
  const { mail, language, frame } = wanted;
  const closes = mail === "solved" || mail === "unresolved" || mail === "closed";
  const [row] = await tx.query<{ payload: OutboxMail }>(
    `select o.payload from (select id from tickets where desk = troth_desk() order by opened_at desc limit 300) t join outbox o on o.desk = troth_desk() and o.ticket = t.id
     where o.kind = 'mail' and o.payload->'what'->>'mail' = $1 and ($2::text is null or o.payload->'what'->'input'->>'as' = $2)
     order by (o.payload->'what'->'input'->'reader'->>'lang' = $3) desc, o.made_at desc limit 1`,
    [closes ? "closed" : mail, closes ? mail : null, language],
  );
  const real = row?.payload.what;
  const what = real && isFramable(real) && frameOf(real) === mail ? inLanguage(real, language) : sampleMail(mail, at, language);
  return { real: real !== undefined, ...composeMail(what, frame) };
}

const inLanguage = (what: MailToWrite, lang: Lang): MailToWrite => ({ ...what, input: { ...what.input, reader: { ...what.input.reader, lang } } }) as MailToWrite;
