// The words of an HTML body as lines, each with where it ends in the HTML, and with what the HTML says of quotes and signatures.
import { Parser } from "htmlparser2";
import { attribution, QUOTE_BELOW, SIGNATURE_BELOW } from "./quote-marks.ts";
import { blockOf, marksQuoteBelow, quotes, signs } from "./html-structure.ts";

export interface HtmlLines {
  /** Quoted ones begin with ">"; lines of QUOTE_BELOW and SIGNATURE_BELOW stand where the HTML has such a border. */
  readonly lines: readonly string[];
  /** For each line the index in the HTML up to which it is said. */
  readonly ends: readonly number[];
}

interface Open {
  readonly name: string;
  readonly quotes: boolean;
  readonly href: string | null;
  readonly list: number | null;
  readonly since: number;
}

/** Takes the HTML apart in one pass. Its cost grows with what `isTractable` bounds. */
export function htmlLines(html: string): HtmlLines {
  const lines: string[] = [];
  const ends: number[] = [];
  const open: Open[] = [];
  let words: string[] = []; // of the line that is being said; joined once, since joining at each piece costs the whole line
  let some = false; // any of them is more than blank
  let end = 0;
  let depth = 0; // of quotes
  let pre = 0;
  let silent = 0; // inside script, style and the like

  const put = (text: string): void => {
    lines.push(depth > 0 ? `${"> ".repeat(depth)}${text}`.trimEnd() : text);
    ends.push(end);
    begin();
  };
  const begin = (first = ""): void => {
    words = first ? [first] : [];
    some = false;
  };
  const endLine = (): void => {
    if (some) put(words.join("").trimEnd());
    begin();
  };
  const say = (piece: string): void => {
    if (!piece) return;
    words.push(piece);
    some ||= piece.trim() !== "";
  };
  const blank = (): void => {
    endLine();
    const last = lines.at(-1);
    if (last !== undefined && last.replace(/^[> ]+/, "") !== "") put("");
  };
  const mark = (sign: string): void => {
    endLine();
    lines.push(sign);
    ends.push(end);
  };
  const close = (o: Open): void => {
    if (o.href !== null) {
      const said = words.slice(o.since).join("").trim();
      const bare = o.href.replace(/^mailto:/i, "");
      if (said && !said.includes(bare) && !bare.replace(/^https?:\/\/|\/$/gi, "").startsWith(said)) words.push(` [${bare}]`);
    }
    if (o.name === "pre") pre -= 1;
    const gap = blockOf(o.name, {});
    if (gap !== null || o.quotes) endLine();
    if (o.quotes) depth -= 1;
    if (gap === "wide") blank();
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) silent += 1;
        if (silent > 0) return;
        if (name === "br") {
          if (some) endLine();
          else put("");
          return;
        }
        if (name === "hr") {
          endLine();
          put("____________");
          return;
        }
        if (name === "td" || name === "th") {
          if (some) words.push("  ");
          return;
        }
        const gap = blockOf(name, attributes);
        if (gap === "wide") blank();
        else if (gap === "plain") endLine();
        if (marksQuoteBelow(attributes)) mark(QUOTE_BELOW);
        if (signs(attributes) && depth === 0) mark(SIGNATURE_BELOW);
        const cites = quotes(name, attributes) || (name === "blockquote" && saysWrote(lines));
        if (cites) {
          endLine();
          depth += 1;
        }
        if (name === "pre") pre += 1;
        const list = name === "ol" ? 0 : null;
        if (name === "li") {
          const at = open.findLastIndex((o) => o.name === "ol" || o.name === "ul");
          const count = at < 0 ? null : (open[at]?.list ?? null);
          if (count !== null && open[at]) open[at] = { ...open[at], list: count + 1 };
          begin(count === null ? "- " : `${count + 1}. `);
        }
        const href = name === "a" && /^(?:https?|mailto):/i.test(attributes["href"] ?? "") ? (attributes["href"] ?? "").trim() : null;
        if (!EMPTY.has(name)) open.push({ name, quotes: cites, href, list, since: words.length });
      },
      ontext(text) {
        if (silent > 0) return;
        end = parser.endIndex + 1;
        const [first = "", ...others] = pre > 0 ? text.split("\n") : [text.replace(/[\s\u00AD\u200B]+/g, " ")];
        say(pre === 0 && !some ? first.trimStart() : pre === 0 && words.at(-1)?.endsWith(" ") ? first.trimStart() : first);
        for (const other of others) {
          put(words.join("").trimEnd());
          say(other);
        }
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (silent > 0) return;
        if (name === "tr") endLine();
        end = Math.max(end, parser.endIndex + 1);
        const at = open.findLastIndex((o) => o.name === name);
        if (at < 0) return;
        for (const o of open.splice(at).reverse()) close(o);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  endLine();
  return { lines, ends };
}

const SILENT = new Set(["script", "style", "head", "title", "template", "select", "textarea", "object", "svg", "iframe"]);
const EMPTY = new Set(["img", "input", "meta", "link", "col", "area", "base", "wbr", "source"]);

/** True if the last words before this place are a "… wrote:". */
function saysWrote(lines: readonly string[]): boolean {
  const near = lines.slice(-6).filter((each) => each.trim() && !/^[\uE000\uE001]/.test(each));
  return [1, 2, 3].some((n) => near.length >= n && attribution(near.slice(-n).join(" ")) > 0);
}
