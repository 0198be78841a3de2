// Signing in: two fields, and what to do when they do not go together.
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "../../shared/api-problem.ts";
import { useDesk } from "../data/desk.ts";
import { useSignIn } from "../data/session.ts";
import { Icon } from "../parts/icon.tsx";
import { troubleText } from "../parts/trouble.tsx";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { useWords } from "../words/words.tsx";

export function SignIn() {
  const { say } = useWords();
  const desk = useDesk();
  const signIn = useSignIn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password });
  };
  const error = signIn.error;
  const wrong = error instanceof ApiProblem && [400, 401, 403, 404, 422].includes(error.status);
  return (
    <main className="signin">
      <form className="signin-card card" onSubmit={send}>
        <div className="stack-tight">
          <h1 className="title">{say("signin.title", { desk: desk.name })}</h1>
          <p className="quiet">{say("signin.intro")}</p>
        </div>
        <TextInput
          label={say("signin.email")}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={say("signin.password")}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {error ? (
          <div className="trouble" role="alert">
            <Icon name="warn" />
            <span>{wrong ? say("signin.wrong") : troubleText(error, say)}</span>
          </div>
        ) : null}
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {say("signin.go")}
        </Button>
      </form>
      <LanguageSwitch />
    </main>
  );
}
