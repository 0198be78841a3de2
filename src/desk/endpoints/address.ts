// Which addresses a webhook may go to: never, by itself, one of this machine or of a private network.
import { BlockList, isIP } from "node:net";

// IANA's special-purpose registries (RFC 6890): what is not reached across the internet, or leads back inside through a translation.
const V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
const V6 = [
  "::/96",
  "::ffff:0:0/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];
// A list for each family: one list takes an IPv4 address for its mapped form in IPv6.
const INSIDE = { 4: listOf(V4, "ipv4"), 6: listOf(V6, "ipv6") } as const;

function listOf(nets: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [address = "", bits = ""] = net.split("/");
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** True for an address (not a name) that is reached across the internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !INSIDE[4].check(address, "ipv4");
  return family === 6 && !INSIDE[6].check(address, "ipv6");
}

/** What is wrong with the address of an endpoint, as a sentence that says what to do; null where nothing is. With `inside`, private addresses and plain HTTP are allowed. */
export function endpointFault(text: string, inside: boolean): string | null {
  if (text.length > 2000 || !URL.canParse(text)) return "write it whole, as https://accounts.example/webhooks";
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username || password) return "leave user and password out: the signature says who sends it";
  if (hash) return "leave the part after # out: it is never sent";
  if (protocol !== "https:" && !(inside && protocol === "http:")) return "it must be https, so that nobody reads or changes what is told";
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const name = isIP(host) === 0;
  if (!inside && (name ? host === "localhost" || host.endsWith(".localhost") || host.endsWith(".internal") || host.endsWith(".local") : !isPublicAddress(host)))
    return "it leads to this machine or a private network; whoever runs the server can allow that with WEBHOOKS_INSIDE=on";
  return null;
}
