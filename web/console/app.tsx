// The console from outside in: words, memory, looks; then the desk, then who is here, then the screens.
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { chooseLanguage } from "../../src/words/languages.ts";
import { ApiProblem } from "../shared/api-problem.ts";
import { useDeskQuery } from "./data/desk.ts";
import { queryClient } from "./data/query-client.ts";
import { useSession } from "./data/session.ts";
import { Live } from "./live/live.tsx";
import { ToldHere } from "./parts/told.tsx";
import { Trouble } from "./parts/trouble.tsx";
import { router } from "./router.tsx";
import { NoDesk } from "./screens/no-desk.tsx";
import { SignIn } from "./screens/sign-in.tsx";
import { theme } from "./theme.ts";
import { SPOKEN } from "./words/console-words.ts";
import { useWords, WordsProvider } from "./words/words.tsx";

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <WordsProvider>
          <ToldHere />
          <Gate />
        </WordsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Gate() {
  const { say, speak, lang } = useWords();
  const [drawn, setDrawn] = useState(false);
  const desk = useDeskQuery();
  const session = useSession();
  const me = session.data;
  const colour = desk.data?.colour;
  const name = desk.data?.name;
  useEffect(() => {
    if (colour) document.documentElement.style.setProperty("--desk", colour);
  }, [colour]);
  useEffect(() => {
    if (name) document.title = say("app.title", { desk: name });
  }, [name, say]);
  // The language follows the agent's setting from the moment that they sign in.
  const theirs = me?.kind === "staff" ? me.language : undefined;
  useEffect(() => {
    if (theirs) speak(theirs);
  }, [theirs, speak]);
  // The screens come once their words are there: what is begun in one language is not lost to the next.
  const own = theirs === undefined || lang === chooseLanguage([theirs], SPOKEN);
  useEffect(() => {
    if (theirs !== undefined && own) setDrawn(true);
  }, [theirs, own]);
  if (desk.error instanceof ApiProblem && desk.error.status === 404) return <NoDesk />;
  const error = desk.error ?? session.error;
  if (error)
    return (
      <main className="page">
        <div className="page-in">
          <Trouble error={error} retry={() => void queryClient.invalidateQueries()} />
        </div>
      </main>
    );
  if (!desk.data || me === undefined || (!own && !drawn))
    return (
      <div className="boot" role="status">
        <span className="hidden">{say("app.loading")}</span>
        <span className="boot-bar" />
      </div>
    );
  if (me === null || me.kind !== "staff") return <SignIn />;
  return (
    <Live>
      <RouterProvider router={router} />
    </Live>
  );
}
