// A short word after something was done, and a clear one when it was not; both are read out.
import { notifications } from "@mantine/notifications";

export function tell(message: string): void {
  notifications.show({ message, withBorder: true, autoClose: 4000 });
}

export function tellTrouble(title: string, message: string): void {
  notifications.show({ title, message, color: "red", withBorder: true, autoClose: 9000 });
}
