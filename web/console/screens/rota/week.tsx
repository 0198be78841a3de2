// A week as a table: a person a row, a day a column; on a telephone a card for each person.
import { Modal } from "@mantine/core";
import { Fragment, useState } from "react";
import type { Rota } from "../../../shared/shapes.ts";
import { useRotaChange } from "../../data/rota.ts";
import { Face } from "../../parts/face.tsx";
import { Icon } from "../../parts/icon.tsx";
import { tellTrouble } from "../../parts/tell.ts";
import { troubleText } from "../../parts/trouble.tsx";
import { Room } from "./room.tsx";
import { ShiftForm } from "./shift-form.tsx";
import { useWords } from "../../words/words.tsx";

type Person = Rota["staff"][number];
interface Shown {
  readonly rota: Rota;
  readonly leads: boolean;
}

export function Week({ rota, leads }: Shown) {
  const { say, locale } = useWords();
  const today = dayIn(rota.now, rota.zone);
  const name = (day: string, weekday: "short" | "long"): string => new Intl.DateTimeFormat(locale, { weekday, day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(day));
  return (
    <div className="scroll-x">
      <table className="week">
        <caption className="hidden">{say("rota.week-of", { day: name(rota.days[0] ?? "", "long") })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("rota.who")}</th>
            {rota.days.map((day) => (
              <th key={day} scope="col" aria-current={day === today ? "date" : undefined}>
                {name(day, "short")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rota.staff.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Someone person={person} leads={leads} />
              </th>
              {rota.days.map((day) => (
                <td key={day} data-day={name(day, "long")} data-today={day === today}>
                  <Cell rota={rota} person={person} day={day} leads={leads} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Someone({ person, leads }: { readonly person: Person; readonly leads: boolean }) {
  const { say } = useWords();
  const state = person.onDuty ? (person.present ? "duty" : "duty-away") : "off";
  return (
    <div className="stack-tight">
      <span className="row">
        <Face name={person.name} staff />
        <span className="strong">{person.name}</span>
      </span>
      <span className="row-wrap">
        <span className="tag" data-tone={state === "duty" ? "good" : state === "duty-away" ? "warn" : undefined}>
          {say(`rota.state.${state}`)}
        </span>
        <Room person={person} leads={leads} />
      </span>
      <span className="small quiet wrap">{person.trained.length === 0 ? say("rota.any-topic") : person.trained.map((t) => t.label).join(", ")}</span>
    </div>
  );
}

function Cell({ rota, person, day, leads }: { readonly rota: Rota; readonly person: Person; readonly day: string; readonly leads: boolean }) {
  const { say } = useWords();
  const change = useRotaChange();
  const [edited, setEdited] = useState<Rota["shifts"][number]>();
  const time = (at: string): string => new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: rota.zone }).format(new Date(at));
  const duty = person.duty.filter((d) => dayIn(d.from, rota.zone) === day);
  const away = person.absences.filter((a) => dayIn(a.from, rota.zone) <= day && dayIn(new Date(Date.parse(a.to) - 1).toISOString(), rota.zone) >= day);
  const drop = (what: "shifts" | "absences", id: string): void => change.mutate({ drop: what, id }, { onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)) });
  return (
    <div className="cell">
      {duty.map((d) => {
        const words = `${time(d.from)}–${time(d.to)}`;
        const shift = rota.shifts.find((each) => each.id === d.shift);
        return (
          <Fragment key={d.from}>
            <Chip
              kind="duty"
              words={words}
              edit={leads && shift ? { label: say("rota.edit-shift", { name: person.name, time: words }), run: () => setEdited(shift) } : null}
              drop={leads ? () => drop("shifts", d.shift) : null}
              label={say("rota.drop-shift", { name: person.name, time: words })}
            />
          </Fragment>
        );
      })}
      {away.map((a) => (
        <Fragment key={a.id}>
          <Chip kind="away" words={say(`rota.away.${a.reason}`)} edit={null} drop={leads ? () => drop("absences", a.id) : null} label={say("rota.drop-absence", { name: person.name })} />
        </Fragment>
      ))}
      {edited ? (
        <Modal opened onClose={() => setEdited(undefined)} title={say("rota.edit-title", { name: person.name })} closeButtonProps={{ "aria-label": say("app.close") }}>
          <ShiftForm rota={rota} shift={edited} done={() => setEdited(undefined)} />
        </Modal>
      ) : null}
    </div>
  );
}

interface ChipProps {
  readonly kind: "duty" | "away";
  readonly words: string;
  readonly edit: { readonly label: string; readonly run: () => void } | null;
  readonly drop: (() => void) | null;
  readonly label: string;
}

function Chip({ kind, words, edit, drop, label }: ChipProps) {
  return (
    <span className="shift" data-kind={kind}>
      {edit ? (
        <button type="button" className="shift-edit" aria-label={edit.label} title={edit.label} onClick={edit.run}>
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
      {drop ? (
        <button type="button" className="shift-drop" aria-label={label} title={label} onClick={drop}>
          <Icon name="close" />
        </button>
      ) : null}
    </span>
  );
}

/** The date of an instant in a zone. */
const dayIn = (at: string, zone: string): string => new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone }).format(new Date(at));
