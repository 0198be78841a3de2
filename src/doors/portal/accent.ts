// The desk's one accent colour, as a style sheet of its own, so that the pages need no inline style.
import { accentOf, inkOn } from "../../words/mails/mail-look.ts";

/** Custom properties for light and dark; as ink (links, outlines) the colour is darkened, in the dark lightened, where it could not be read. */
export function accentCss(colour: string | undefined): string {
  const accent = accentOf(colour);
  const ink = inkOn(accent) === "#ffffff" ? accent : `color-mix(in oklab,${accent} 50%,black)`;
  return `:root{--accent:${accent};--on-accent:${inkOn(accent)};--accent-ink:${ink}}@media (prefers-color-scheme:dark){:root{--accent-ink:color-mix(in oklab,${accent} 45%,white)}}`;
}

/** The desk's prefix on its colour, for the browser's tab. */
export function deskIcon(prefix: string, colour: string | undefined): string {
  const accent = accentOf(colour);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${accent}"/><text x="16" y="21.5" font-family="sans-serif" font-size="14" font-weight="700" text-anchor="middle" fill="${inkOn(accent)}">${prefix.slice(0, 2).replace(/[^A-Z]/g, "")}</text></svg>`;
}
