// The words of a desk's mails: looked at, tried on a real mail, changed and taken back.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { keepFrame } from "../../../desk/frames/writes.ts";
import { type Fault } from "../../../desk/problem.ts";
import { allFrames, framePreview, frameVersions, oneFrame } from "../../../desk/views/mail-frames.ts";
import { checkFrame, type FrameFinding } from "../../../words/mails/frames/check-frame.ts";
import { policyFor } from "../ask-desk.ts";
import { reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import { FrameName, MailPreview, MailPreviewInput, MailTemplate, MailTemplateInput, MailTemplateList, MailTemplateVersions } from "../shapes/frames.ts";

const ADMIN = { staff: "admin", key: "admin" } as const;
const MailParam = z.object({ mail: FrameName });
const each = { tag: "mails", may: ADMIN, params: MailParam } as const;

const faultOf = ({ language, at, line, column, message }: FrameFinding): Fault => ({
  at: at === "language" ? `words.${language}` : `words.${language}.${at}`,
  message: line === 0 ? message : column === 0 ? `line ${line}: ${message}` : `line ${line}, column ${column}: ${message}`,
});

export const FRAME_ROUTES = [
  route({
    id: "mailTemplates",
    tag: "mails",
    title: "The words of the desk's mails, with what can be said in each",
    method: "GET",
    path: "/mail-templates",
    may: ADMIN,
    output: MailTemplateList,
    problems: [],
    async run(ask) {
      const policy = await policyFor(ask.house, ask.desk);
      return reading(ask, ({ tx }) => allFrames(tx, policy));
    },
  }),
  route({
    ...each,
    id: "mailTemplateVersions",
    title: "What a mail said before, the newest first",
    method: "GET",
    path: "/mail-templates/{mail}/versions",
    output: MailTemplateVersions,
    problems: [],
    async run(ask) {
      const policy = await policyFor(ask.house, ask.desk);
      return reading(ask, ({ tx }) => frameVersions(tx, ask.params.mail, policy));
    },
  }),
  route({
    ...each,
    id: "wordMail",
    title: "Word a mail anew; words with a finding are refused, and what the policy promises cannot be left out",
    method: "PUT",
    path: "/mail-templates/{mail}",
    body: MailTemplateInput,
    output: MailTemplate,
    problems: ["invalid-input", "changed-meanwhile"],
    async run(ask) {
      const { house, desk, params, body, viewer } = ask;
      const policy = await policyFor(house, desk);
      refuse(checkFrame(params.mail, body.words, policy.desk.languages).map(faultOf));
      await house.database.asDesk(desk, (tx) => keepFrame(tx, { mail: params.mail, words: body.words, expect: body.expect, by: actorOf(viewer).name, at: house.now() }));
      return reading(ask, ({ tx }) => oneFrame(tx, params.mail, policy));
    },
  }),
  route({
    ...each,
    id: "unwordMail",
    title: "Back to the program's own words; those of the desk stay among its versions",
    method: "DELETE",
    path: "/mail-templates/{mail}",
    output: MailTemplate,
    problems: [],
    async run(ask) {
      const { house, desk, params, viewer } = ask;
      const policy = await policyFor(house, desk);
      await house.database.asDesk(desk, (tx) => keepFrame(tx, { mail: params.mail, words: null, by: actorOf(viewer).name, at: house.now() }));
      return reading(ask, ({ tx }) => oneFrame(tx, params.mail, policy));
    },
  }),
  route({
    ...each,
    id: "previewMail",
    title: "The last mail of this kind as it would read in other words, and what is wrong with them; nothing is kept",
    method: "POST",
    path: "/mail-templates/{mail}/preview",
    body: MailPreviewInput,
    output: MailPreview,
    problems: ["invalid-input"],
    async run(ask) {
      const { house, desk, params, body } = ask;
      const frame = body.words[body.language];
      if (!frame) refuse([{ at: "language", message: "none of the languages of the words" }]);
      const policy = await policyFor(house, desk);
      const preview = await reading(ask, ({ tx }) =>
        framePreview(tx, { desk, url: house.publicUrl, policy, now: house.now() }, { mail: params.mail, language: body.language, frame: frame ?? { title: "", body: "" } }),
      );
      return { ...preview, findings: checkFrame(params.mail, body.words, policy.desk.languages) };
    },
  }),
];
