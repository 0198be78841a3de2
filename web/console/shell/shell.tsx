// The frame of every screen: the way around on the left (below on a telephone), the screen itself, and what floats above both.
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useWords } from "../words/words.tsx";
import { Keys } from "./keys.tsx";
import { Navigation } from "./navigation.tsx";
import { OwnClock } from "./own-clock.tsx";
import { OutgoingBar } from "./outgoing-bar.tsx";

const Help = lazy(async () => ({ default: (await import("./help.tsx")).Help }));
const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));

export function Shell() {
  const { say } = useWords();
  const [help, setHelp] = useState(false);
  return (
    <>
      <a className="skip" href="#content">
        {say("app.skip")}
      </a>
      <div className="shell">
        <Navigation help={() => setHelp(true)} />
        <main className="content" id="content" tabIndex={-1}>
          <OwnClock />
          <Outlet />
        </main>
      </div>
      <OutgoingBar />
      <Keys help={() => setHelp((open) => !open)} />
      <Suspense fallback={null}>
        <Palette help={() => setHelp(true)} />
        {help ? <Help close={() => setHelp(false)} /> : null}
      </Suspense>
    </>
  );
}
