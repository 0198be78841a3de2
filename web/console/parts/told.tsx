// Where the short words appear after something was done; each can be closed, by a button that says so.
import { MantineThemeProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useWords } from "../words/words.tsx";

export function ToldHere() {
  const { say } = useWords();
  const theme = { components: { Notification: { defaultProps: { closeButtonProps: { "aria-label": say("app.close") } } } } };
  return (
    <MantineThemeProvider theme={theme} inherit>
      <Notifications position="bottom-left" limit={4} />
    </MantineThemeProvider>
  );
}
