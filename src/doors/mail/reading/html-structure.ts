// What the structure of an HTML mail says: which elements quote, below which one all is quoted, which hold a signature. Names as the programs write them.

type Attributes = Readonly<Record<string, string>>;

const words = (attributes: Attributes): string => ` ${attributes["class"] ?? ""} ${attributes["id"] ?? ""} ${attributes["name"] ?? ""} ${attributes["data-marker"] ?? ""} `.toLowerCase();

const QUOTING =
  /[\s"](?:gmail_quote|yahoo_quoted|yahoo_quoted_\w+|ydp\w*yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|zmail_extra_\w+|front-blockquote|mail_quote|mailru-blockquote|quoted?|quote-body|replybody|citation|cite|moz-email-.{0,20}quote|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|skiptonext|hm_quote|airmail_ext_on|iscwrapper|gwquote|__quoted_text__|reference-message|qt)\s/;

/** True for an element whose content is quoted: a cited block, or the box in which a program wraps what it answers. */
export function quotes(name: string, attributes: Attributes): boolean {
  if (name === "blockquote") return attributes["type"] === "cite" || "cite" in attributes || "class" in attributes || /border-left|padding-left/i.test(attributes["style"] ?? "");
  return (name === "div" || name === "table" || name === "section") && QUOTING.test(words(attributes)) && !/ gmail_quote /.test(words(attributes));
}

const BELOW =
  /\s(?:divrplyfwdmsg|appendonsend|olk_src_body_section|replyintro|zwchr|__divider__|isreplycontent|stopspelling|messagereplysection|x_divrplyfwdmsg|x_appendonsend|mail-reply-header|isc_reply_header)\s/;
/** Outlook on a desktop draws a line above the fields of what it quotes. */
const OUTLOOK_LINE = /border:\s*none;\s*border-top:\s*solid\s+(?:#?\w{3,12})\s+1(?:\.0)?pt/i;

/** True for an element from which on everything is quoted. */
export const marksQuoteBelow = (attributes: Attributes): boolean => BELOW.test(words(attributes)) || OUTLOOK_LINE.test(attributes["style"] ?? "");

const SIGNING =
  /\s(?:gmail_signature|moz-signature|protonmail_signature_block(?!-empty)|tutanota_signature|ms-outlook-mobile-signature|zmail_signature|signature|x_signature|mail_signature|applemailsignature|airmail_signature|yahoo_signature|ydp\w*signature|_rc_sig|io-ox-signature|sh-signature|messagesignaturesection|composer_signature|bloop_sign_\w+)\s/;

/** True for an element that holds a signature. */
export const signs = (attributes: Attributes): boolean => SIGNING.test(words(attributes));

const PLAIN = new Set(["div", "tr", "table", "tbody", "li", "dd", "dt", "section", "article", "header", "footer", "address", "center", "caption", "form", "fieldset"]);
const WIDE = new Set(["p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre"]);

/** Whether an element stands on lines of its own, and with an empty one around it; null where it flows. */
export function blockOf(name: string, attributes: Attributes): "plain" | "wide" | null {
  if (WIDE.has(name)) return /MsoNormal|MsoPlainText/.test(attributes["class"] ?? "") || /margin:\s*0|margin-(?:top|bottom):\s*0/i.test(attributes["style"] ?? "") ? "plain" : "wide";
  return PLAIN.has(name) ? "plain" : null;
}
