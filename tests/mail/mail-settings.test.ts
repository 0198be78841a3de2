// The settings of mail: several accounts and servers in one variable each, and every fault of them at once, without a password on the screen.
import { expect, test } from "vitest";
import { imapAccounts } from "../../src/mail-settings.ts";
import { readSettings } from "../../src/settings.ts";

const read = (env: Record<string, string>) => readSettings({ DEMO: "off", ...env }, "/srv");

test("an account is a desk and a URL; user and password may hold any sign, written as in a URL", () => {
  const { imap } = read({
    IMAP_URLS:
      "vendor=imaps://help%40vendor.example:p%40ss%2Fw@imap.vendor.example/Support\nother=imaps://u@imap.other.example?refresh=R&client=C&endpoint=https%3A%2F%2Foauth2.other.example%2Ftoken&then=delete&trust=MX.other.example",
  });
  expect(imap).toEqual([
    { desk: "vendor", host: "imap.vendor.example", port: 993, secure: true, user: "help@vendor.example", access: { password: "p@ss/w" }, folder: "Support", then: "seen", trust: null },
    {
      desk: "other",
      host: "imap.other.example",
      port: 993,
      secure: true,
      user: "u",
      access: { refresh: "R", client: "C", secret: null, endpoint: "https://oauth2.other.example/token" },
      folder: "INBOX",
      then: "delete",
      trust: "mx.other.example",
    },
  ]);
});

test("every fault is said at once, each with its entry, and no password is repeated", () => {
  const env = {
    IMAP_URLS:
      "imaps://u:geheim@x.example vendor=imaps://:geheim@x.example vendor=imaps://u@x.example vendor=imaps://u:geheim@x.example?when=now vendor=imaps://u@x.example?refresh=geheim vendor=imaps://u:geheim@x.example?then=burn",
    SMTP_URLS: "vendor=https://x.example",
    SMTP_TLS_KEY: "key.pem",
    SMTP_PROTOCOL: "uucp",
    MAIL_TRUST: "two words",
    DNS_SERVERS: "ns.example",
    DKIM_SELECTOR: "-",
  };
  let text = "";
  try {
    read(env);
  } catch (error) {
    text = String(error);
  }
  for (const entry of [1, 2, 3, 4, 5, 6]) expect(text).toContain(`IMAP_URLS: entry ${entry} is not right`);
  expect(text).toMatch(/12 faults/);
  for (const name of ["SMTP_URLS: entry 1", "SMTP_TLS_KEY is given without SMTP_TLS_CERT", "SMTP_PROTOCOL", "MAIL_TRUST", "DNS_SERVERS", "DKIM_SELECTOR"]) expect(text).toContain(name);
  expect(text).not.toContain("geheim");
});

test("paths of keys are below the folder that the server is started in, and the trusted server may connect from several addresses", () => {
  const settings = read({
    SMTP_TLS_KEY: "tls/key.pem",
    SMTP_TLS_CERT: "/etc/cert.pem",
    DKIM_KEY: "dkim.pem",
    MAIL_TRUST: "MX.vendor.example 10.0.0.5, 10.0.0.6",
    SMTP_URLS: "vendor=smtps://a:b@out.vendor.example",
    DNS_SERVERS: "10.0.0.53 127.0.0.1:5353",
  });
  expect(settings).toMatchObject({
    smtpTls: { key: "/srv/tls/key.pem", cert: "/etc/cert.pem" },
    dkimKey: "/srv/dkim.pem",
    dkimSelector: "troth",
    trustedMta: { id: "mx.vendor.example", from: ["10.0.0.5", "10.0.0.6"] },
    smtpRoutes: [["vendor", "smtps://a:b@out.vendor.example"]],
    dnsServers: ["10.0.0.53", "127.0.0.1:5353"],
  });
  expect(imapAccounts("").items).toEqual([]);
});
