// A moment on a screen: how long ago for the eye, day and hour in the desk's zone on pointing at it.
import { distanceText, instantText } from "../../../src/words/instant.ts";
import { useDesk } from "../data/desk.ts";
import { useWords } from "../words/words.tsx";
import { useNow } from "./now.ts";

export function Ago({ at }: { readonly at: string }) {
  const { lang } = useWords();
  const now = useNow(30_000);
  const { zone } = useDesk();
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={instantText(instant, lang, zone)}>
      {distanceText(Math.min(instant, now - 60_000), now, lang)}
    </time>
  );
}

export function At({ at }: { readonly at: string }) {
  const { lang } = useWords();
  const { zone } = useDesk();
  return <time dateTime={at}>{shortText(at, lang, zone)}</time>;
}

/** `25 Nov, 18:00`, with the year when it is another one. */
export function shortText(at: string, lang: string, zone: string): string {
  const instant = new Date(at);
  const sameYear = instant.getFullYear() === new Date().getFullYear();
  const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone };
  if (!sameYear) options.year = "numeric";
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, options).format(instant);
}
