// A text as it was written, with its web addresses to click; nothing else in it is markup.
import type { ReactNode } from "react";

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]])/;

export function Linked({ text }: { readonly text: string }): ReactNode {
  return text.split(ADDRESS).map((part, i) =>
    i % 2 === 1 ? (
      <a key={i} href={part} rel="nofollow noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
