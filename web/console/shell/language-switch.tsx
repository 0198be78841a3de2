// The four languages by their own names; the choice is kept with the agent's account once they have signed in.
import { useChangeMe, useSession } from "../data/session.ts";
import { NAMES, SPOKEN } from "../words/console-words.ts";
import { useWords } from "../words/words.tsx";

export function LanguageSwitch() {
  const { lang, say, speak } = useWords();
  const signedIn = useSession().data?.kind === "staff";
  const change = useChangeMe();
  const choose = (to: string): void => {
    speak(to);
    if (signedIn) change.mutate({ language: to });
  };
  return (
    <div className="languages" role="group" aria-label={say("app.language")}>
      {SPOKEN.map((each) => (
        <button key={each} type="button" className="language" lang={each} aria-pressed={each === lang} onClick={() => choose(each)}>
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}
