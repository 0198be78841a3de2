// The one who is here: whether they take tickets, their language, light or dark, the way out.
import { Menu, useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useDesk } from "../data/desk.ts";
import { useChangeMe, useMe, useSignOut } from "../data/session.ts";
import { useLine } from "../live/live.tsx";
import { Face } from "../parts/face.tsx";
import { Icon } from "../parts/icon.tsx";
import { NAMES, SPOKEN } from "../words/console-words.ts";
import { useWords } from "../words/words.tsx";
import { dailyOf, houseOf } from "./places.ts";

export function Account() {
  const { say, lang, speak } = useWords();
  const me = useMe();
  const live = useLine();
  const go = useNavigate();
  const change = useChangeMe();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const conduct = useDesk().policy.conduct;
  const elsewhere = [...dailyOf(conduct).filter(({ wide }) => wide), ...houseOf(me.role)]; // what a telephone's bar has no room for
  const here = me.present !== false;
  const ticked = (yes: boolean) => (yes ? <Icon name="check" /> : <span className="icon" />);
  return (
    <Menu position="top-start" width={256} closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className="nav-item nav-me">
          <span className="hidden">
            {say("app.account", { name: me.name })}. {live ? say("app.live") : say("app.not-live")}
          </span>
          <span className="nav-face">
            <Face name={me.name} staff />
            <span className="nav-here" data-here={here} />
          </span>
          <span className="nav-word cut" aria-hidden="true">
            {me.name}
          </span>
          <span className="line" aria-hidden="true" data-open={live} title={live ? say("app.live") : say("app.not-live")} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="menu-me">
        <Menu.Item leftSection={ticked(here)} onClick={() => change.mutate({ present: true })}>
          {say("app.present")}
        </Menu.Item>
        <Menu.Item leftSection={ticked(!here)} onClick={() => change.mutate({ present: false })}>
          {say("app.absent")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{say("app.language")}</Menu.Label>
        {SPOKEN.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            leftSection={ticked(each === lang)}
            onClick={() => {
              speak(each);
              change.mutate({ language: each });
            }}
          >
            {NAMES[each]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{say("app.theme")}</Menu.Label>
        {(["auto", "light", "dark"] as const).map((each) => (
          <Menu.Item key={each} leftSection={ticked(each === colorScheme)} onClick={() => setColorScheme(each)}>
            {say(`app.${each}`)}
          </Menu.Item>
        ))}
        <div className="menu-narrow">
          <Menu.Divider />
          {elsewhere.map((each) => (
            <Menu.Item key={each.to} closeMenuOnClick leftSection={<Icon name={each.icon} />} onClick={() => void go({ to: each.to })}>
              {say(each.word)}
            </Menu.Item>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="out" />} onClick={() => signOut.mutate()}>
          {say("app.sign-out")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
