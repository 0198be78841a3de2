// Answers as mail programs lay them out, in plain text and in HTML, made from the words of a language: what arrives, and what of it is new.
import type { Speech } from "./client-words.ts";

export interface Laid {
  readonly name: string;
  readonly text: string;
  readonly wanted: string;
}

const MAIL = "help@small.example";
const QUESTIONS = ["Which release is installed, and since when?", "Did the dealer say for how many seats the licence is?", "Where can we call you?"] as const;
const QUOTE = ["Hello,", "", ...QUESTIONS, "", "Support Petit", "https://small.example/tickets/SM-1001"];
const NAME = "Support Petit [SM-1001]";

const filled = (template: string, name: string = NAME): string => template.replace("NAME", name).replace("MAIL", MAIL);
const marked = (lines: readonly string[]): string => lines.map((line) => `> ${line}`.trimEnd()).join("\n");

/** Broken at 72 columns, as programs break what they send. */
function wrapped(text: string, columns = 72): string {
  let line = "";
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    if (line && line.length + word.length + 1 > columns) {
      lines.push(line);
      line = "";
    }
    line += `${line ? " " : ""}${word}`;
  }
  return [...lines, line].join("\n");
}

function fieldsOf(s: Speech, order = [0, 1, 2, 3], look = (name: string): string => `${name}${s.gap}:`): string {
  const values = [`${NAME} <${MAIL}>`, s.date, "Léa Payé <lea@paid.example>", "Re: [SM-1001] Impression"];
  return order.map((at) => `${look(s.fields[at] ?? "")} ${values[at]}`).join("\n");
}

/** Every plain layout in this language. */
export function plainLayouts(s: Speech): Laid[] {
  const own = s.words.join("\n\n");
  const below = QUOTE.join("\n");
  const [device = ""] = s.devices;
  const top = (name: string, after: string): Laid => ({ name, text: `${own}\n\n${after}`, wanted: own });
  const attributions = Object.entries({ gmail: s.gmail, apple: s.apple, thunderbird: s.thunderbird, yahoo: s.yahoo });
  return [
    ...attributions.flatMap(([client, line]): Laid[] => [
      top(client, `${filled(line)}\n${marked(QUOTE)}`),
      top(`${client}, a blank line below`, `${filled(line)}\n\n${marked(QUOTE)}\n`),
      top(`${client}, wrapped`, `${wrapped(filled(line))}\n\n${marked(QUOTE)}`),
      top(`${client}, a long name, wrapped`, `${wrapped(filled(line, "The Support of the Office of Petit and Daughters in Lausanne and Geneva"))}\n\n${marked(QUOTE)}`),
      { name: `${client}, no blank line above`, text: `${own}\n${filled(line)}\n${marked(QUOTE)}`, wanted: own },
      { name: `${client}, answer below`, text: `${filled(line)}\n${marked(QUOTE)}\n\n${own}`, wanted: own },
      { name: `${client}, answer below, then a telephone`, text: `${filled(line)}\n\n${marked(QUOTE)}\n\n${own}\n\n${device}`, wanted: own },
      inline(s, client, filled(line)),
    ]),
    top("unmarked, below an address", `${filled(s.yahoo)}\n\n${QUOTE.map((line) => `  ${line}`.trimEnd()).join("\n")}`),
    top("unmarked, below an address, wrapped", `${wrapped(filled(s.gmail))}\n\n${below}`),
    ...s.devices.flatMap((line) => [{ name: `telephone: ${line}`, text: `${own}\n\n${line}`, wanted: own }, top(`telephone and quote: ${line}`, `${line}\n\n${filled(s.apple)}\n\n${marked(QUOTE)}`)]),
    top("signature and quote", `-- \nLéa Payé\nCabinet Payé\n\n${filled(s.gmail)}\n${marked(QUOTE)}`),
    top("outlook", `${fieldsOf(s)}\n\n${below}`),
    top("outlook, a rule above", `________________________________\n${fieldsOf(s)}\n\n${below}`),
    top("outlook, bold", `${fieldsOf(s, undefined, (name) => `*${name}${s.gap}:*`)}\n\n${below}`),
    top("outlook, with an importance and two recipients", `${fieldsOf(s).replace("Léa Payé <lea@paid.example>", "Léa Payé <lea@paid.example>; Paul Payé\n<paul@paid.example>")}\n\n${below}`),
    top("outlook mobile", `${device}\n________________________________\n${fieldsOf(s)}\n\n${below}`),
    top("outlook, marked", `${marked([...fieldsOf(s).split("\n"), "", ...QUOTE])}`),
    top("subject first", `${fieldsOf(s, [3, 1, 0, 2])}\n\n${below}`),
    top("date first", `${fieldsOf(s, [1, 0, 2, 3])}\n\n${below}`),
    top("a telephone's rule", `${device}\n\n-------- ${s.original} --------\n${fieldsOf(s)}\n\n${below}`),
    top("a webmail's rule", `----- ${s.original} -----\n${fieldsOf(s)}\n\n${below}`),
    top("an old outlook's rule", `-----${s.original}-----\n${fieldsOf(s)}\n\n${below}`),
  ];
}

function inline(s: Speech, client: string, line: string): Laid {
  const text = `${line}\n${QUESTIONS.map((q, at) => `> ${q}\n${at % 2 ? "" : "\n"}${s.words[at]}\n`).join("\n")}`.trim();
  return { name: `${client}, answers between the lines`, text, wanted: text };
}

const p = (lines: readonly string[], open = "<div>", close = "</div>"): string => lines.map((line) => `${open}${line || "<br>"}${close}`).join("");
const escaped = (text: string): string => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The common HTML layouts; `wanted` is their text, line by line. */
export function htmlLayouts(s: Speech): Laid[] {
  const wanted = s.words.join("\n");
  const own = p(s.words);
  const quote = p(QUOTE);
  const fields = fieldsOf(s)
    .split("\n")
    .map((line) => escaped(line).replace(/^([^:]*:)/, "<b>$1</b>"))
    .join("<br>");
  const device = escaped(s.devices[0] ?? "");
  const [gmail, apple, thunderbird, yahoo] = [s.gmail, s.apple, s.thunderbird, s.yahoo].map((line) => escaped(filled(line)));
  const top = (name: string, text: string): Laid => ({ name, text, wanted });
  return [
    top(
      "gmail",
      `<div dir="ltr">${own}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${gmail}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${quote}</blockquote></div>`,
    ),
    top(
      "gmail, signature",
      `<div dir="ltr">${own}<br><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature">Léa Payé<br>Cabinet Payé</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${gmail}<br></div><blockquote class="gmail_quote">${quote}</blockquote></div>`,
    ),
    top(
      "apple",
      `<html><body style="overflow-wrap: break-word;">${own}<br><div><br><blockquote type="cite"><div>${apple}</div><br class="Apple-interchange-newline"><div>${quote}</div></blockquote></div><br></body></html>`,
    ),
    top(
      "apple's telephone",
      `<html><body dir="auto">${own}<br><br><div dir="ltr">${device}</div><div dir="ltr"><br><blockquote type="cite">${apple}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${quote}</div></blockquote></body></html>`,
    ),
    top(
      "thunderbird",
      `<body>${own}<div class="moz-cite-prefix"><br>${thunderbird}<br></div><blockquote type="cite" cite="mid:1@small.example">${quote}</blockquote><div class="moz-signature">-- <br>Léa</div></body>`,
    ),
    {
      name: "thunderbird, answer below",
      text: `<body><div class="moz-cite-prefix">${thunderbird}<br></div><blockquote type="cite" cite="mid:1@small.example">${quote}</blockquote>${own}</body>`,
      wanted,
    },
    top(
      "yahoo",
      `<div class="ydp1-wrap">${own}<br></div><div id="ydp2yahoo_quoted_7" class="ydp2yahoo_quoted"><div style="font-family:Arial"><div>${yahoo}</div><div><br></div><div>${quote}</div></div></div>`,
    ),
    top(
      "proton",
      `<div>${own}</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">${device}</div></div><div class="protonmail_quote">${gmail}<br><blockquote class="protonmail_quote" type="cite">${quote}</blockquote></div>`,
    ),
    top(
      "outlook on a desktop",
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head><body><div class="WordSection1">${p(s.words, '<p class="MsoNormal">', "<o:p></o:p></p>")}<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${fields}<o:p></o:p></p></div></div>${p(QUOTE, '<p class="MsoNormal">', "</p>")}</div></body></html>`,
    ),
    top(
      "outlook on the web",
      `<body><div class="elementToProof">${own}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif">${fields}</font><div>&nbsp;</div></div><div>${quote}</div></body>`,
    ),
    top(
      "outlook on a telephone",
      `<body>${own}<div id="ms-outlook-mobile-signature">${device}</div><div id="mail-editor-reference-message-container"><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg">${fields}</div>${quote}</div></body>`,
    ),
    top(
      "a webmail that wraps its quote",
      `<html><body>${own}<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;">${fields}</div><div name="quoted-content">${quote}</div></div></body></html>`,
    ),
    {
      name: "gmail, answers between the lines",
      text: `<div dir="ltr"><div class="gmail_quote"><div class="gmail_attr">${gmail}</div><blockquote class="gmail_quote">${QUESTIONS[0]}</blockquote><div>${s.words[0]}</div><blockquote class="gmail_quote">${QUESTIONS[1]}</blockquote><div>${s.words[1]}</div></div></div>`,
      wanted: `${filled(s.gmail)}\n> ${QUESTIONS[0]}\n${s.words[0]}\n> ${QUESTIONS[1]}\n${s.words[1]}`,
    },
  ];
}
