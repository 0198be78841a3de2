// A person as a small round with their initials; the name always stands beside it or in the label.
export function Face({ name, staff = false, large = false }: { readonly name: string; readonly staff?: boolean; readonly large?: boolean }) {
  return (
    <span className="face" data-staff={staff} data-size={large ? "large" : undefined} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/u).filter((each) => /\p{L}/u.test(each[0] ?? ""));
  const first = words[0]?.[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}
