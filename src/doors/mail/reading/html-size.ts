// Whether an HTML body can be taken apart without holding everybody up: taking it apart costs time with each element, and far more with each one inside another.

const MOST_ELEMENTS = 100_000;
const MOST_DEEP = 500;
/** Elements that hold nothing, and those that many programs never close: the next one ends them. */
const FLAT = new Set(["br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot"]);

/** True for what a person's program writes; false for a page that is huge, or nested without end. One look at each element. */
export function isTractable(html: string): boolean {
  let elements = 0;
  let depth = 0;
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,30})/gi)) {
    elements += 1;
    if (elements > MOST_ELEMENTS) return false;
    if (FLAT.has(name.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MOST_DEEP) return false;
  }
  return true;
}
