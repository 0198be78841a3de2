// Mails that somebody hands on, in the form of the programs that do it: whose words they are, and which.
import { describe, expect, test } from "vitest";
import { readMail } from "../../src/doors/mail/reading/read-mail.ts";

const SAID = "The scanner shows error 17.\n\nWhat shall I do?";
const ana = "Ana Pop <ana@dental.example>";
const desk = "help@vendor.example";
const quoted = SAID.split("\n")
  .map((line) => `> ${line}`.trimEnd())
  .join("\n");
const indented = SAID.split("\n")
  .map((line) => (line ? `    ${line}` : ""))
  .join("\n");

const layouts: readonly [name: string, subject: string, body: string][] = [
  ["apple mail, Romanian", "Scaner", `> Începe mesajul redirecționat:\n>\n> Expeditorul: ${ana}\n> Subiectul: Scaner\n> Dată: 2 martie 2026, 10:05:08 EET\n> Destinatarul: ${desk}\n>\n${quoted}`],
  ["a marketing program, Polish", "Skaner", `---------- Wiadomość przesłana dalej ---------\nOd: ${ana}\nData: poniedziałek, 2 marca 2026, 10:05:08\nTemat: Skaner\nDo: ${desk}\n\n${SAID}`],
  [
    "outlook on the web, Romanian, its sign with a stop",
    "Redir.: Scaner",
    `________________________________\nFrom: ${ana}\nSent: Monday, March 2, 2026 10:05\nTo: ${desk}\nSubject: Scaner\n\n${SAID}`,
  ],
  ["outlook on a Mac, older, English", "FW: Scanner", `Ours too, see below.\n\nOn 02/03/2026 10:05, "Ana Pop" <ana@dental.example> wrote:\n\n${indented}`],
  ["outlook on a Mac, older, French", "TR: Scanner", `Le 02/03/2026 10:05, « Ana Pop » <ana@dental.example> a écrit :\n\n${indented}`],
  ["outlook on a Mac, older, German", "WG: Scanner", `Am 02.03.26, 10:05 schrieb "Ana Pop" <ana@dental.example>:\n\n${indented}`],
  ["outlook on a Mac, older, Italian", "I: Scanner", `Il giorno 02/03/2026, 10:05 "Ana Pop" <ana@dental.example> ha scritto:\n\n${indented}`],
  ["outlook on a Mac, older, Dutch", "FW: Scanner", `Op 02/03/2026 10:05 heeft Ana Pop <ana@dental.example> geschreven:\n\n${indented}`],
  ["outlook on a Mac, older, Polish", "PD: Skaner", `Dnia 02/03/2026, 10:05 użytkownik „Ana Pop” <ana@dental.example> napisał:\n\n${indented}`],
  ["outlook on a Mac, older, Portuguese, in two lines", "ENC: Scanner", `Em 02/03/26, 10:05, "Ana Pop"\n<ana@dental.example> escreveu:\n\n${indented}`],
  ["yahoo, English, all fields in one line", "Scanner", `   ----- Forwarded Message ----- From: ${ana}To: "${desk}" <${desk}>Sent: Monday, March 2, 2026, 10:05:08 AM GMT+1Subject: Scanner\n ${SAID}`],
  ["yahoo, French", "Scanner", `   ----- Message transmis ----- De : ${ana}À : "${desk}" <${desk}>Envoyé : lundi 2 mars 2026, 10:05:08 UTC+1Objet : Scanner\n ${SAID}`],
  ["yahoo, German", "Scanner", `   ----- Weitergeleitete Nachricht ----- Von: ${ana}An: "${desk}" <${desk}>Gesendet: Montag, 2. März 2026, 10:05:08 MEZBetreff: Scanner\n ${SAID}`],
  ["yahoo, Italian", "Scanner", `   ----- Messaggio inoltrato ----- Da: ${ana}A: "${desk}" <${desk}>Inviato: lunedì 2 marzo 2026, 10:05:08 CETOggetto: Scanner\n ${SAID}`],
  ["yahoo, Spanish", "Escáner", `   ----- Mensaje reenviado ----- De: ${ana}Para: "${desk}" <${desk}>Enviado: lunes, 2 de marzo de 2026 10:05:08 CETAsunto: Escáner\n ${SAID}`],
  ["yahoo, Romanian", "Scaner", `   ----- Mesaj redirecționat ----- De la: ${ana}Către: "${desk}" <${desk}>Trimis: luni, 2 martie 2026, 10:05:08 EETSubiect: Scaner\n ${SAID}`],
];

describe("the author and the words of a mail that was handed on", () => {
  test.each(layouts)("%s", async (_name, subject, body) => {
    const mail = await readMail(
      Buffer.from(`From: Ben <ben@vendor.example>\nTo: ${desk}\nSubject: =?utf-8?B?${Buffer.from(subject).toString("base64")}?=\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`),
      null,
    );
    expect(mail.forwarded?.from).toEqual({ name: "Ana Pop", address: "ana@dental.example" });
    expect(mail.forwarded?.text?.replace(/ +$/gm, "")).toBe(SAID);
    expect(mail.text).toContain("What shall I do?");
  });

  test("an answer to somebody is no mail that was handed on", async () => {
    const mail = await readMail(Buffer.from(`From: ${ana}\nTo: ${desk}\nSubject: Re: Scanner\n\nIt works.\n\nOn 02/03/2026 10:05, "Ben" <ben@vendor.example> wrote:\n\nDoes it?\n`), null);
    expect([mail.forwarded, mail.text]).toEqual([null, "It works."]);
  });
});
