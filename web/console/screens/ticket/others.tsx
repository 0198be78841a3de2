// Who else is on this ticket just now: an eye for reading, a pen for writing.
import type { Reading } from "../../../shared/shapes.ts";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";

export function Others({ others }: { readonly others: readonly Reading[] }) {
  const { say, locale } = useWords();
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const of = (doing: Reading["doing"]) => others.filter((each) => each.doing === doing).map((each) => each.name);
  const writing = of("writing");
  const reading = of("reading");
  return (
    <span className="others row-wrap" role="status">
      {writing.length > 0 ? (
        <span className="tag" data-tone="warn">
          <Icon name="pen" />
          {say("ticket.writing", { n: writing.length, names: list.format(writing) })}
        </span>
      ) : null}
      {reading.length > 0 ? (
        <span className="tag">
          <Icon name="eye" />
          {say("ticket.reading", { n: reading.length, names: list.format(reading) })}
        </span>
      ) : null}
    </span>
  );
}
