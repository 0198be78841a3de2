// The keys, all on one page.
import { Modal } from "@mantine/core";
import type { WordKey } from "../words/console-words.ts";
import { useWords } from "../words/words.tsx";

const GROUPS: readonly (readonly [WordKey, readonly (readonly [keys: readonly string[], word: WordKey])[]])[] = [
  [
    "help.everywhere",
    [
      [["n"], "help.next"],
      [["p"], "help.new"],
      [["/"], "help.search"],
      [["Ctrl", "K"], "help.commands"],
      [["g", "q"], "help.go-queue"],
      [["g", "t"], "help.go-tickets"],
      [["g", "c"], "help.go-customers"],
      [["?"], "help.help"],
    ],
  ],
  [
    "help.lists",
    [
      [["j", "k"], "help.move"],
      [["Enter"], "help.open"],
      [["w"], "help.why"],
    ],
  ],
  [
    "help.ticket",
    [
      [["r"], "help.reply"],
      [["i"], "help.note"],
      [["a"], "help.assign"],
      [["c"], "help.close"],
      [["Ctrl", "Enter"], "help.send"],
    ],
  ],
];

export function Help({ close }: { readonly close: () => void }) {
  const { say } = useWords();
  return (
    <Modal opened onClose={close} title={say("help.title")} size={640} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="help">
        {GROUPS.map(([title, keys]) => (
          <section key={title}>
            <h2 className="heading">{say(title)}</h2>
            <dl className="help-keys">
              {keys.map(([each, word]) => [
                <dt key={`${word}-keys`}>
                  {each.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>,
                <dd key={word}>{say(word)}</dd>,
              ])}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
