// Text as it is read: web addresses can be followed, lines that a mail program cut are whole again; everything else stays as it is.
const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'])/u;
const CUT = 60; // characters; a line at least as long, without an end of its own, goes on in the next

export function Linked({ text }: { readonly text: string }) {
  return (
    <>
      {joined(text)
        .split(ADDRESS)
        .map((part, at) =>
          at % 2 === 1 ? (
            <a key={at} href={part} target="_blank" rel="noreferrer noopener">
              {part}
            </a>
          ) : (
            part
          ),
        )}
    </>
  );
}

/** Joins a long line that ends in no sentence to the one below, unless that begins like a list, a quotation or code. */
export function joined(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .reduce((before, line) => {
      const last = before.slice(before.lastIndexOf("\n") + 1);
      const goesOn = last.length >= CUT && !/[.?!:;]\s*$/u.test(last.slice(-8)) && /^[\p{L}\p{N}«“"'(]/u.test(line);
      return goesOn ? `${before.trimEnd()} ${line}` : `${before}\n${line}`;
    });
}
