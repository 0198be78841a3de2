// The body of a mail: what is new in it and the whole, as text and as HTML without anything that acts.
import type { Attachment, Email } from "postal-mime";
import sanitizeHtml from "sanitize-html";
import { htmlLines, type HtmlLines } from "./html-lines.ts";
import { inlineImages } from "./inline-images.ts";
import { isTractable } from "./html-size.ts";
import { withoutMarks } from "./quote-marks.ts";
import { stripTags } from "./strip-tags.ts";
import { type About, visibleLines, visibleReply } from "./visible-reply.ts";
import { windowsLetters } from "./windows-letters.ts";

/** Past these the raw mail still has it all; what is shown is cut, and says so. In characters. */
const MOST_TEXT = 1_000_000;
const MOST_HTML = 1_000_000;

export interface Body {
  readonly text: string; // what is new
  readonly whole: string; // with quote and signature
  readonly html: string | null; // what is new, sanitised
}

/** Plain text is taken as it is; where there is none, or it only says that there is HTML, the words of the HTML are. */
export function bodyOf(mail: Pick<Email, "text" | "html"> & { readonly attachments?: readonly Attachment[] }, about: About = {}): Body {
  const html = mail.html?.trim() ? windowsLetters(mail.html) : null;
  const plain = letters(mail.text ?? "");
  const taken = html === null ? null : takenApart(html);
  const useHtml = html !== null && (!plain.trim() || isPlaceholder(plain));
  const written = cut(useHtml ? (taken ? letters(taken.lines.join("\n")) : stripTags(html.slice(0, MOST_HTML))) : plain, MOST_TEXT);
  return {
    text: visibleReply(written, about),
    whole: withoutMarks(written),
    html: html !== null && taken && html.length <= MOST_HTML ? cleanHtml(visibleHtml(html, taken, about), inlineImages(mail.attachments ?? [])) : null,
  };
}

const letters = (text: string): string =>
  windowsLetters(text)
    .replace(/\r\n?/g, "\n")
    .replace(/\u00A0/g, " ")
    .replace(/\0/g, "");
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}\n[…]` : text);

/** A plain part that only points to the other one: "your program cannot show HTML". */
const isPlaceholder = (plain: string): boolean =>
  plain.trim().length < 300 && /\bhtml\b/i.test(plain) && /\b(?:view|support|enable|display|client|program\w*|reader|visuali[sz]\w+|afficher|anzeigen|visualizz\w+)\b/i.test(plain);

function takenApart(html: string): HtmlLines | null {
  const begins = withoutData(html).slice(0, MOST_HTML);
  return isTractable(begins) ? htmlLines(begins === html ? html : begins) : null;
}

/** Without pictures that are written into it: they have no words, and a large one would leave no room for what has. */
const withoutData = (html: string): string => (html.length > MOST_HTML ? html.replace(/\bsrc\s*=\s*(["'])data:[^"'>]*\1/gi, "") : html);

/** The HTML up to where the reply ends, or from where it begins, if that is one stretch of it. */
function visibleHtml(html: string, { lines, ends }: HtmlLines, about: About): string {
  const { from, to } = visibleLines(lines, about);
  if (to <= from) return html;
  const until = lines.slice(to).some((line) => line.trim()) ? (ends[to - 1] ?? html.length) : html.length;
  return html.slice(from > 0 ? (ends[from - 1] ?? 0) : 0, until);
}

const TAGS = [
  "p",
  "br",
  "div",
  "span",
  "b",
  "strong",
  "i",
  "em",
  "u",
  "s",
  "small",
  "sub",
  "sup",
  "code",
  "pre",
  "blockquote",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "li",
  "dl",
  "dt",
  "dd",
  "img",
  "table",
  "thead",
  "tbody",
  "tfoot",
  "tr",
  "th",
  "td",
  "caption",
  "hr",
  "a",
];

/** Structure and links only: no script, style, form, picture from elsewhere (it would tell the sender who reads; those that the mail brings along are shown), nothing that moves. */
export function cleanHtml(html: string, images: ReadonlyMap<string, string> = new Map()): string | null {
  try {
    return sanitizeHtml(html, {
      allowedTags: TAGS,
      allowedAttributes: { img: ["src", "alt"], a: ["href", "title", "rel", "target"], td: ["colspan", "rowspan"], th: ["colspan", "rowspan"] },
      allowedSchemes: ["http", "https", "mailto", "tel"],
      allowedSchemesByTag: { img: ["data"] },
      allowProtocolRelative: false,
      nestingLimit: 100,
      transformTags: {
        a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: "noopener noreferrer nofollow", target: "_blank" } }),
        img: (_tagName, attribs): sanitizeHtml.Tag => {
          const own = images.get(/^cid:(.+)$/i.exec(attribs["src"]?.trim() ?? "")?.[1]?.toLowerCase() ?? "");
          if (own === undefined) return { tagName: "span", attribs: {}, text: attribs["alt"] ?? "" };
          return { tagName: "img", attribs: { src: own, alt: attribs["alt"] ?? "" } };
        },
      },
    });
  } catch {
    return null;
  }
}
