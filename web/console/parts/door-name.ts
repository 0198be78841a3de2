// The door by which something was changed, by a name that there are words for.
const DOORS = ["console", "api", "import", "webhook", "clock", "demo"] as const;
export const doorName = (name: string): (typeof DOORS)[number] => DOORS.find((each) => each === name) ?? "api";
