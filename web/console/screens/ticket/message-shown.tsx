// One message as it is read: who, when, by which way; its words; the formatted, whole and original ones a press away.
import { useState } from "react";
import { isPhrase, phrase } from "../../../../src/words/phrase.ts";
import { api } from "../../../shared/desk-path.ts";
import type { Message } from "../../../shared/shapes.ts";
import { ticketPath } from "../../data/ticket.ts";
import { Face } from "../../parts/face.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Linked } from "../../parts/linked.tsx";
import { sizeText } from "../../parts/size-text.ts";
import { Ago } from "../../parts/times.tsx";
import { isWord } from "../../words/console-words.ts";
import { useWords } from "../../words/words.tsx";
import { Formatted } from "./formatted.tsx";
import { MailDetails } from "./mail-details.tsx";
import { MailMark } from "./mail-mark.tsx";
import { MayContest } from "./may-contest.tsx";
import { WholeMessage } from "./whole-message.tsx";

export function MessageShown({ message, number, solves = false }: { readonly message: Message; readonly number: string; readonly solves?: boolean }) {
  const { say, lang, locale } = useWords();
  const [formatted, setFormatted] = useState(false);
  const [whole, setWhole] = useState(false);
  const [open, setOpen] = useState(false);
  const { kind, author, files, html } = message;
  const staff = kind === "answer" || kind === "note";
  const channel = `channel.${message.channel}`;
  const robot = `message.robot.${message.robot ?? ""}`;
  const heeds = message.heeds.map((heed) => `message.heed.${heed}`).filter(isWord);
  const path = `${ticketPath(number)}/messages/${encodeURIComponent(message.id)}`;
  const mark =
    kind === "note" ? say("message.note") : kind === "answer" ? say("message.answer") : kind === "automatic" ? (isWord(robot) ? say(robot) : say("message.automatic")) : say("message.customer");
  return (
    <article className="message" data-kind={kind} aria-label={say("message.by", { name: author.name, at: mark })}>
      <header className="message-head">
        <Face name={author.name} staff={staff} large />
        <span className="strong cut">{author.name}</span>
        <span className="message-mark">
          {kind === "note" ? <Icon name="note" /> : null}
          {mark}
        </span>
        <MailMark message={message} number={number} />
        <span className="quiet small message-when">
          {isPhrase(channel) ? `${phrase(lang, channel)} · ` : null}
          <Ago at={message.at} />
        </span>
      </header>
      {solves || message.broughtBy !== null || heeds.length > 0 || message.writtenTo !== null || message.pieceOf !== null || message.hurtful.length > 0 ? (
        <p className="row-wrap small">
          {solves ? (
            <span className="tag">
              <Icon name="check" />
              {phrase(lang, "ticket.solution")}
            </span>
          ) : null}
          {message.pieceOf === null ? null : <span className="tag">{phrase(lang, "ticket.piece-of", { number: message.pieceOf.number })}</span>}
          {message.writtenTo === null ? null : <span className="tag">{phrase(lang, "ticket.written-to", { number: message.writtenTo })}</span>}
          {message.broughtBy === null ? null : <span className="quiet">{say("message.brought", { name: message.broughtBy })}</span>}
          {message.hurtful.length > 0 ? (
            <span className="tag" data-tone="warn" title={say("conduct.hint-why")}>
              <Icon name="warn" />
              {say("conduct.hint", { words: message.hurtful.join(", ") })}
            </span>
          ) : null}
          {heeds.map((heed) => (
            <span key={heed} className="tag" data-tone="warn">
              <Icon name="warn" />
              {say(heed)}
            </span>
          ))}
        </p>
      ) : null}
      <MayContest message={message} number={number} />
      {formatted && html !== null ? (
        <Formatted html={html} title={say("message.formatted")} />
      ) : (
        <div className="message-text wrap">
          <Linked text={message.text} />
        </div>
      )}
      {files.length > 0 ? (
        <ul className="files">
          {files.map((file) => (
            <li key={file.id}>
              <a className="file" href={file.url} download={file.name} aria-label={say("message.file", { name: file.name, size: sizeText(file.size, locale) })}>
                <Icon name="file" />
                <span className="cut">{file.name}</span> <span className="quiet">{sizeText(file.size, locale)}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {html !== null || message.hasWhole || message.hasRaw ? (
        <footer className="message-foot">
          {html === null ? null : (
            <button type="button" className="link-button" aria-pressed={formatted} onClick={() => setFormatted(!formatted)}>
              {formatted ? say("message.plain") : say("message.formatted")}
            </button>
          )}
          {message.hasWhole ? (
            <button type="button" className="link-button" onClick={() => setWhole(true)}>
              {say("message.whole")}
            </button>
          ) : null}
          {message.hasRaw ? (
            <button type="button" className="link-button" onClick={() => setOpen(true)}>
              {say("mail.details")}
            </button>
          ) : null}
          {message.hasRaw ? (
            <a className="link-button" href={`${api}${path}/raw`} download={`${number}.eml`}>
              {say("message.original")}
            </a>
          ) : null}
        </footer>
      ) : null}
      {open ? <MailDetails message={message} number={number} close={() => setOpen(false)} /> : null}
      {whole ? <WholeMessage path={`${path}/whole`} close={() => setWhole(false)} /> : null}
    </article>
  );
}
