// The way around: where one can go, and the one who is here.
import { Link } from "@tanstack/react-router";
import { spotlight } from "@mantine/spotlight";
import { desk as deskId } from "../../shared/desk-path.ts";
import { useDesk } from "../data/desk.ts";
import { useQueue } from "../data/queue.ts";
import { useMe } from "../data/session.ts";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words/words.tsx";
import { Account } from "./account.tsx";
import { dailyOf, houseOf, type Place } from "./places.ts";

export function Navigation({ help }: { readonly help: () => void }) {
  const { say, lang } = useWords();
  const desk = useDesk();
  const { role } = useMe();
  return (
    <nav className="nav" aria-label={say("app.menu")}>
      <div className="nav-desk cut" title={desk.name}>
        <span className="nav-mark" aria-hidden="true">
          {desk.prefix}
        </span>
        <span className="nav-name cut">{desk.name}</span>
      </div>
      <button type="button" className="nav-search" onClick={() => spotlight.open()}>
        <Icon name="search" />
        <span className="nav-word">{say("app.commands")}</span>
        <kbd className="nav-word push">Ctrl K</kbd>
      </button>
      <div className="nav-places">
        <ul className="nav-list">
          {dailyOf(desk.policy.conduct).map((place) => (
            <Item key={place.to} place={place} />
          ))}
        </ul>
        {houseOf(role).length > 0 ? (
          <div className="nav-house">
            <div className="nav-heading">{say("nav.house")}</div>
            <ul className="nav-list">
              {houseOf(role).map((place) => (
                <Item key={place.to} place={place} />
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <div className="nav-foot">
        <a className="nav-item nav-policy" href={`/${deskId}/policy?lang=${lang}`} target="_blank" rel="noreferrer" title={say("nav.policy")}>
          <Icon name="policy" />
          <span className="nav-word cut">{say("nav.policy")}</span>
          <span className="nav-count">{desk.policy.label}</span>
        </a>
        <button type="button" className="nav-item nav-help" onClick={help} title={say("app.keys")}>
          <Icon name="keyboard" />
          <span className="nav-word cut">{say("app.keys")}</span>
          <kbd className="push nav-count">?</kbd>
        </button>
        <Account />
      </div>
    </nav>
  );
}

function Item({ place }: { readonly place: Place }) {
  const { say } = useWords();
  const open = useQueue().data?.pages[0]?.open;
  return (
    <li className={place.wide ? "nav-wide" : undefined}>
      <Link to={place.to} className="nav-item" title={say(place.word)}>
        <Icon name={place.icon} />
        <span className="nav-word cut">{say(place.word)}</span>
        {place.to === "/queue" && open !== undefined && open > 0 ? <span className="nav-count number">{open >= 1000 ? "999+" : open}</span> : null}
      </Link>
    </li>
  );
}
