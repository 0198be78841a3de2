// Signing in and out, and who is signed in.
import { z } from "zod";
import type { House } from "../../../desk/house.ts";
import { Problem } from "../../../desk/problem.ts";
import { endSession, startSession } from "../../../desk/sessions/sessions.ts";
import { isPassword } from "../../../desk/staff/password.ts";
import { changeStaff, loginOf } from "../../../desk/staff/sign-in.ts";
import { meView } from "../../../desk/views/me.ts";
import type { Viewer } from "../../../desk/viewer.ts";
import { actorOf } from "../../../desk/actor.ts";
import { route } from "../route.ts";
import { Nothing } from "../shapes/basics.ts";
import { Me, MeInput, SignIn } from "../shapes/session.ts";
import { sentence } from "../../../words/phrase.ts";

const me = (house: House, desk: string, viewer: Viewer) => house.database.asDesk(desk, (tx) => meView({ tx, house, desk, viewer }), { readOnly: true });

export const SESSION_ROUTES = [
  route({
    id: "signIn",
    tag: "session",
    title: "Sign in as staff",
    method: "POST",
    path: "/session",
    may: { anyone: true },
    body: SignIn,
    output: Me,
    status: 201,
    problems: ["sign-in-needed", "too-many"],
    perMinute: 10,
    async run({ house, desk, body, session, forgetViewers }) {
      const login = await house.database.asDesk(desk, (tx) => loginOf(tx, body.email), { readOnly: true });
      // As slow for an address that nobody has: the time tells no one who works here.
      if (!(await isPassword(body.password, login?.password ?? null)) || !login) throw new Problem("sign-in-needed", sentence("refused.wrong-password"));
      const started = await house.database.asDesk(desk, (tx) => startSession(tx, desk, "staff", login.id, house.now()));
      session.set("staff", started.token, started.seconds);
      forgetViewers();
      return me(house, desk, { kind: "staff", id: login.id, name: "", email: "", role: "agent", holds: [], language: "en" });
    },
  }),
  route({
    id: "me",
    tag: "session",
    title: "Who is signed in",
    method: "GET",
    path: "/session",
    may: { person: true, staff: "agent", key: "tickets:read" },
    query: z.object({}),
    output: Me,
    problems: ["sign-in-needed"],
    run: ({ house, desk, viewer }) => me(house, desk, viewer),
  }),
  route({
    id: "changeMe",
    tag: "session",
    title: "Change one's language, or come and go",
    method: "PATCH",
    path: "/session",
    may: { staff: "agent" },
    body: MeInput,
    output: Me,
    problems: ["invalid-input"],
    async run({ house, desk, viewer, body, forgetViewers }) {
      await house.database.asDesk(desk, (tx) => changeStaff(tx, actorOf(viewer).id, body, house.now()));
      forgetViewers();
      return me(house, desk, viewer);
    },
  }),
  route({
    id: "signOut",
    tag: "session",
    title: "Sign out",
    method: "DELETE",
    path: "/session",
    may: { anyone: true },
    output: Nothing,
    problems: [],
    async run({ house, desk, session, forgetViewers }) {
      const { token } = session;
      if (token !== null) await house.database.asDesk(desk, (tx) => endSession(tx, token));
      session.clear();
      forgetViewers();
      return {};
    },
  }),
];
