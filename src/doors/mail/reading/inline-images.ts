// Pictures that a mail brings along for its own text (RFC 2392), as addresses that hold them whole: nothing is fetched to show them.
import type { Attachment } from "postal-mime";
import { bytesOf } from "./attached-files.ts";

const MOST_ONE = 200_000; // bytes; larger ones are shown as files alone
const MOST_ALL = 600_000;
const SHOWN = /^image\/(?:png|jpeg|gif|webp)$/i; // not SVG, which can act

/** By their Content-ID, lower case, without brackets. */
export function inlineImages(attachments: readonly Attachment[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let all = 0;
  for (const each of attachments) {
    const id = each.contentId?.replace(/^<|>$/g, "").toLowerCase();
    if (!id || !SHOWN.test(each.mimeType) || found.has(id)) continue;
    const bytes = bytesOf(each);
    if (bytes.length > MOST_ONE || all + bytes.length > MOST_ALL) continue;
    all += bytes.length;
    found.set(id, `data:${each.mimeType.toLowerCase()};base64,${Buffer.from(bytes).toString("base64")}`);
  }
  return found;
}
