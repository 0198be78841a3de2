// The example that can be run, with a button to copy it, and the facts of the policy that a message can tell.
import { Button, CopyButton } from "@mantine/core";
import type { HookInList } from "../../../shared/shapes.ts";
import { useOrganisations } from "../../data/customers.ts";
import { useWords } from "../../words/words.tsx";
import { hookExample } from "./hook-example.ts";

interface Try {
  readonly url: string;
  readonly secret: string;
  readonly facts: HookInList["facts"];
}

export function TryHook({ url, secret, facts }: Try) {
  const { say } = useWords();
  // One who is a customer already: trying it makes nobody new.
  const known = useOrganisations("").data?.pages[0]?.items[0]?.name;
  const example = hookExample(url, secret, known ?? "Example Practice");
  return (
    <div className="stack-tight try-hook">
      <p className="small">{say(known === undefined ? "hooks-in.try-new" : "hooks-in.try", { customer: known ?? "Example Practice" })}</p>
      {/* It scrolls sideways; whoever has no mouse reaches it by the keyboard. */}
      <pre className="example" tabIndex={0} role="region" aria-label={say("hooks-in.example")}>
        {example}
      </pre>
      <div>
        <CopyButton value={example}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy}>
              {say(copied ? "keys.copied" : "keys.copy")}
            </Button>
          )}
        </CopyButton>
      </div>
      {facts.length === 0 ? null : (
        <>
          <p className="small">{say("hooks-in.facts")}</p>
          <ul className="small tellable">
            {facts.map((each) => (
              <li key={each.fact} className="wrap">
                <code>{each.fact}</code> {each.label}
                {each.options.length > 0 ? (
                  <span className="quiet">
                    {": "}
                    {each.options.map((option) => JSON.stringify(option.value)).join(", ")}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
