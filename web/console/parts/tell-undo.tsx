// A word after something was done, with the way to take it back.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";

export function tellUndo(message: string, word: string, undo: () => void): void {
  const id = notifications.show({
    message: (
      <span className="row">
        <span className="wrap">{message}</span>
        <span className="push">
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {word}
          </Button>
        </span>
      </span>
    ),
    withBorder: true,
    autoClose: 10_000,
  });
}
