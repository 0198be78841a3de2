// Makes a text safe inside HTML, in an element and in a quoted attribute alike.
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (each) => ENTITIES[each] ?? each);
}

/** An address for `href`: http, https, mailto, tel, or a path of our own; anything else becomes `#`. Escaped. */
export function escapeHref(url: string): string {
  return /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(url) ? escapeHtml(url) : "#";
}
