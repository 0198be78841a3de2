// The two ways of webhooks: out, to other systems, and in, from them.
import { Link } from "@tanstack/react-router";
import { useWords } from "../../words/words.tsx";

export function HookWays() {
  const { say } = useWords();
  return (
    <nav className="ways" aria-label={say("hooks.title")}>
      <Link to="/webhooks" className="way" activeOptions={{ exact: true }} activeProps={{ "aria-current": "page" }}>
        {say("hooks.way-out")}
      </Link>
      <Link to="/webhooks/in" className="way" activeProps={{ "aria-current": "page" }}>
        {say("hooks.way-in")}
      </Link>
    </nav>
  );
}
