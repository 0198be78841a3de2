// Where we are: the desk is the first part of the address, so that one build serves every desk.

/** The desk's name in an address such as `/orthocab/console/queue`; empty where there is none. */
export function deskOf(pathname: string): string {
  return decodeURIComponent(pathname.split("/")[1] ?? "");
}

export const desk = deskOf(window.location.pathname);
export const api = `/api/${encodeURIComponent(desk)}`;
