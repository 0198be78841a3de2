// The author whose name has a comma and no quotes: "Pop, Ana <ana@…>" reads as two, of whom the first has no address.
import { type Address, addressParser, type Email } from "postal-mime";

/** The mail with its author put together from what stands in `From`, where one address stands there and names before it; itself otherwise. */
export function withWholeAuthor(mail: Email): Email {
  if (!mail.from || mail.from.group || mail.from.address) return mail;
  const written = mail.headers.find((header) => header.key === "from")?.value ?? "";
  const read: readonly Address[] = written.length > 2_000 ? [] : addressParser(written);
  const [only, other] = read.filter((each) => each.address);
  const last = read.at(-1);
  if (!only?.address || other || only !== last || read.length > 4) return mail;
  return {
    ...mail,
    from: {
      name: read
        .map((each) => each.name)
        .filter(Boolean)
        .join(", "),
      address: only.address,
    },
  };
}
