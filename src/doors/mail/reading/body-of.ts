// The body of a mail: its text, made from the HTML where there is no other, and the HTML without anything that acts.
import { convert, type HtmlToTextOptions } from "html-to-text";
import type { Email } from "postal-mime";
import sanitizeHtml from "sanitize-html";
import { isTractable } from "./html-size.ts";
import { stripTags } from "./strip-tags.ts";
import { windowsLetters } from "./windows-letters.ts";

/** Past these the raw mail still has it all; what is shown is cut, and says so. In characters. */
const MOST_TEXT = 1_000_000;
const MOST_HTML = 1_000_000;

export function bodyOf(mail: Pick<Email, "text" | "html">): { text: string; html: string | null } {
  const html = mail.html?.trim() ? windowsLetters(mail.html) : null;
  const plain = lines(mail.text ?? "");
  const begins = html?.slice(0, MOST_HTML) ?? "";
  const tractable = isTractable(begins);
  const text = plain.trim() || !html ? plain : lines(tractable ? textOf(html) : stripTags(begins));
  return { text: cut(text, MOST_TEXT), html: html && tractable && html.length <= MOST_HTML ? cleanHtml(html) : null };
}

const lines = (text: string): string => windowsLetters(text).replace(/\r\n?/g, "\n").replace(/\u00A0/g, " ");
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}\n[…]` : text);

const TO_TEXT: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: MOST_HTML, maxDepth: 200, ellipsis: "[…]" },
  selectors: [
    { selector: "img", format: "skip" },
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "table", format: "block" },
  ],
};

/** The words of an HTML body; quotes as lines that begin with ">". */
function textOf(html: string): string {
  try {
    return convert(html, TO_TEXT);
  } catch {
    return stripTags(html);
  }
}

const TAGS = ["p", "br", "div", "span", "b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "code", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
  "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "hr", "a"];

/** Structure and links only: no script, style, form, picture from elsewhere (it would tell the sender who reads), nothing that moves. */
export function cleanHtml(html: string): string | null {
  try {
    return sanitizeHtml(html, {
      allowedTags: TAGS,
      allowedAttributes: { a: ["href", "title", "rel", "target"], td: ["colspan", "rowspan"], th: ["colspan", "rowspan"] },
      allowedSchemes: ["http", "https", "mailto", "tel"],
      allowProtocolRelative: false,
      nestingLimit: 100,
      transformTags: {
        a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: "noopener noreferrer nofollow", target: "_blank" } }),
        img: (_tagName, attribs) => ({ tagName: "span", attribs: {}, text: attribs["alt"] ?? "" }),
      },
    });
  } catch {
    return null;
  }
}
