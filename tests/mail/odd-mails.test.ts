// Mails as odd as they come: letters in any charset, declared or not, files packed in files and in text, pictures of the mail's own.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMail, Unreadable } from "../../src/doors/mail/reading/read-mail.ts";

const read = (head: string, body: string | Buffer) => readMail(Buffer.concat([Buffer.from(`From: a@x.example\r\n${head}\r\n\r\n`, "latin1"), Buffer.from(body)]), "a@x.example");

describe("letters are what their writer meant, whatever the mail calls them", () => {
  test.each([
    ["UTF-7", "Content-Type: text/plain; charset=utf-7", "caf+AOk-", "café"],
    ["UTF-7 by its old name", "Content-Type: text/plain; charset=unicode-1-1-utf-7", "+AOk-t+AOk-", "été"],
    ["ISO-2022-JP that nobody declared", "Content-Type: text/plain", Buffer.from("GyRCRnxLXBsoQg==", "base64"), "日本"],
    ["KOI8-R that nobody declared", "Content-Type: text/plain", Buffer.from("8NLJ18XUIM3J0g==", "base64"), "Привет мир"],
    ["Windows-1251 that nobody declared", "Content-Type: text/plain", Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0]), "Привет мир"],
    ["Latin letters that nobody declared", "Content-Type: text/plain", Buffer.from("D\xe9j\xe0 vu, \x80 20", "latin1"), "Déjà vu, € 20"],
    ["a DOS code page", "Content-Type: text/plain; charset=cp850", Buffer.from([0x82, 0x87]), "éç"],
    ["ISO-8859-16", "Content-Type: text/plain; charset=iso-8859-16", Buffer.from([0xaa, 0xba, 0xde]), "ȘșȚ"],
    ["UTF-8 called Latin-1", "Content-Type: text/plain; charset=iso-8859-1", "café", "café"],
    ["UTF-8 called ASCII", "Content-Type: text/plain; charset=us-ascii", "café", "café"],
    ["Latin-1 called UTF-8, encoded", "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", "caf=E9", "café"],
    ["a charset that there is not", "Content-Type: text/plain; charset=x-no-such", "caf\u00e9", "café"],
  ])("%s", async (_name, head, body, text) => expect((await read(head, body)).text).toBe(text));

  test("in a subject too", async () => {
    expect((await read("Subject: =?utf-7?Q?caf+AOk-?=", "x")).subject).toBe("café");
    expect((await read("Subject: \xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0 \xe4\xf0\xf3\xe7\xfc\xff", "x")).subject).toBe("Привет мир друзья");
    expect((await read("Content-Type: text/plain; charset=iso-8859-2\r\nSubject: \xe6wiczenie", "x")).subject).toBe("ćwiczenie");
  });

  test("a file keeps its bytes, whatever its charset", async () => {
    const { files } = await read(
      "Content-Type: multipart/mixed; boundary=b",
      Buffer.concat([
        Buffer.from("--b\r\nContent-Type: text/plain; charset=iso-8859-1; name=a.txt\r\nContent-Disposition: attachment; filename=a.txt\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"),
        Buffer.from([0xe9]),
        Buffer.from("\r\n--b--\r\n"),
      ]),
    );
    expect(files[0]?.bytes[0]).toBe(0xe9);
  });
});

test("a file that stands in the text is a file, and the text goes on without it", async () => {
  const mail = await read("Content-Type: text/plain", "See this\r\n\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n\r\nBye\r\n");
  expect(mail.text.replace(/\n+/g, " ")).toBe("See this Bye");
  expect(mail.files.map((f) => [f.name, Buffer.from(f.bytes).toString()])).toEqual([["cat.txt", "Cat"]]);
  expect((await read("Content-Type: text/plain", "begin 644 of a story\r\nthat never\r\n")).files).toEqual([]);
});

describe("winmail.dat", () => {
  const attribute = (level: number, id: number, data: Buffer): Buffer => {
    const head = Buffer.alloc(9);
    head.writeUInt8(level, 0);
    head.writeUInt32LE(id, 1);
    head.writeUInt32LE(data.length, 5);
    return Buffer.concat([head, data, Buffer.alloc(2)]);
  };
  const property = (type: number, id: number, value: Buffer): Buffer => {
    const head = Buffer.alloc(12);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(id, 2);
    head.writeUInt32LE(1, 4);
    head.writeUInt32LE(value.length, 8);
    return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
  };
  const properties = (...all: Buffer[]): Buffer => Buffer.concat([Buffer.from([all.length, 0, 0, 0]), ...all]);
  const packed = Buffer.concat([
    Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
    attribute(1, 0x00069003, properties(property(0x1f, 0x1000, Buffer.from("The letter’s words.\0", "utf16le")))),
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x0006800f, Buffer.from("%PDF-1.4")),
    attribute(2, 0x00018010, Buffer.from("ESTIMA~1.PDF\0")),
    attribute(2, 0x00069005, properties(property(0x1f, 0x3707, Buffer.from("estimate of the year.pdf\0", "utf16le")))),
  ]);
  const carried = (bytes: Buffer) => read("Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64", bytes.toString("base64"));

  test("its files come out under their long names, its words where the mail has none, and it is kept itself", async () => {
    const mail = await carried(packed);
    expect(mail.text).toBe("The letter’s words.");
    expect(mail.files.map((f) => [f.name, f.type])).toEqual([
      ["winmail.dat", "application/ms-tnef"],
      ["estimate of the year.pdf", "application/pdf"],
    ]);
    expect(Buffer.from(mail.files[1]?.bytes ?? []).toString()).toBe("%PDF-1.4");
  });

  test("one that ends in the middle, at any byte, gives what came before and throws nothing", async () => {
    for (let end = 0; end <= packed.length; end += 1) expect((await carried(packed.subarray(0, end))).files[0]?.name).toBe("winmail.dat");
  });
});

test("a picture that the mail brings along is shown in its place; one from elsewhere is not, nor is one that could act", async () => {
  const part = (id: string, type: string): string => `--b\r\nContent-Type: ${type}\r\nContent-ID: <${id}>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n`;
  const { html, files } = await read(
    "Content-Type: multipart/related; boundary=b",
    `--b\r\nContent-Type: text/html\r\n\r\n<p>Look</p><img src="cid:one@x" alt="screen"><img src="cid:two@x" alt="vector"><img src="https://tracker.example/a.gif" alt="far"><img src="data:image/svg+xml,x" alt="svg">\r\n${part("one@x", "image/png")}${part("two@x", "image/svg+xml")}--b--\r\n`,
  );
  expect(html).toContain('<img src="data:image/png;base64,iVBORw0KGgo=" alt="screen" />');
  expect(html?.match(/<img/g)).toHaveLength(1);
  expect(html).not.toMatch(/tracker|svg\+xml/);
  expect(files).toHaveLength(2);
});

test("what is signed, encrypted or an invitation is kept as a file", async () => {
  expect((await read("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64", "eHl6")).files.map((f) => f.name)).toEqual(["smime.p7m"]);
  expect(
    (
      await read(
        'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
        "--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream; name=encrypted.asc\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n--b--",
      )
    ).files,
  ).toHaveLength(2);
  const invitation = await read(
    "Content-Type: multipart/alternative; boundary=b",
    "--b\r\nContent-Type: text/plain\r\n\r\nCome.\r\n--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n--b--",
  );
  expect([invitation.text, invitation.files.map((f) => f.type), invitation.robot]).toEqual(["Come.", ["text/calendar"], null]);
});

test("a mail with anything changed in it, at any place, is read or set among the unreadable", async () => {
  const whole = Buffer.from(
    [
      "From: =?utf-8?B?TMOpYQ==?= <lea@paid.example>",
      'To: Equipe: help@small.example, "a b" <c@d.example>;',
      "Subject: =?iso-8859-1?Q?caf=E9?=",
      "Message-ID: <1@paid.example>",
      "Auto-Submitted: auto-replied",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=windows-1252",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      '<p>Oui=E9</p><div class=3D"gmail_quote">On Mon, 2 Mar 2026 at 10:00, A &lt;a@x.example&gt; wrote:<blockquote type=3Dcite>x</blockquote></div>',
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Final-Recipient: rfc822; lea@paid.example",
      "Action: failed",
      "Status: 5.1.1",
      "--b",
      "Content-Type: message/rfc822",
      "",
      "From: c@x.example",
      "Subject: inside",
      "",
      "begin 644 a.txt",
      "#0V%T",
      "`",
      "end",
      "--b",
      "Content-Type: application/ms-tnef; name=winmail.dat",
      "Content-Transfer-Encoding: base64",
      "",
      "eJ8+IgEAAZAGAA4AAAAAAAAAAAAAAAAAAAAAAAA=",
      "--b--",
      "",
    ].join("\r\n"),
  );
  const change = fc.record({
    at: fc.nat(whole.length),
    drop: fc.nat(60),
    put: fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.constantFrom("", "a@x.example", null), async (changes, envelope) => {
      const raw = changes.reduce((bytes, { at, drop, put }) => Buffer.concat([bytes.subarray(0, at), Buffer.from(put, "latin1"), bytes.subarray(at + drop)]), whole);
      await readMail(raw, envelope).then(
        (mail) => expect(`${mail.text}${mail.whole}`).not.toMatch(/[\uE000\uE001]/),
        (error: unknown) => expect(error).toBeInstanceOf(Unreadable),
      );
    }),
    { numRuns: 400 },
  );
});

describe("an author is found, however the name is written", () => {
  test.each([
    ["a comma in an encoded word", "=?iso-8859-1?Q?M=FCller,_Ana?= <ana@x.example>", "Müller, Ana"],
    ["blanks and a comma in it", "=?utf-8?Q?M=C3=BCller, Ana?= <ana@x.example>", "Müller, Ana"],
    ["brackets and a quotation mark in it", '=?utf-8?Q?Ana_"Pop"_(Dental)?= <ana@x.example>', 'Ana "Pop" (Dental)'],
    ["a semicolon in it", "=?utf-8?Q?Dental;_Ana?= <ana@x.example>", "Dental; Ana"],
    ["a comma and no quotes", "Pop, Ana <ana@x.example>", "Pop, Ana"],
    ["a comma, no quotes and letters beyond ASCII", "Müller, Ana <ana@x.example>", "Müller, Ana"],
  ])("%s", async (_name, from, name) => {
    const mail = await readMail(Buffer.from(`From: ${from}\r\nTo: help@vendor.example, ${from.startsWith("=?") ? from : "b@x.example"}\r\nSubject: Re: Licence\r\n\r\nIt is 4.2.`), null);
    expect(mail.from).toEqual({ name, address: "ana@x.example" });
    expect(mail.to.map(({ address }) => address)).toEqual(["help@vendor.example", from.startsWith("=?") ? "ana@x.example" : "b@x.example"]);
  });

  test("of two that have an address it is the first, and a name is never taken from the second", async () => {
    const mail = await readMail(Buffer.from("From: Ana <ana@x.example>, Dan <dan@x.example>\r\n\r\nx"), null);
    expect(mail.from).toEqual({ name: "Ana", address: "ana@x.example" });
  });
});

test.each(["\r\n\n", `\n${" ".repeat(255)}\n`, "\t\r\n"])("blank lines above the headers are no headers: %j", async (blank) => {
  const mail = await readMail(Buffer.from(`${blank}From: Ana <ana@x.example>\r\nSubject: Licence\r\n\r\nIt is 4.2.`), null);
  expect([mail.from?.address, mail.subject, mail.text]).toEqual(["ana@x.example", "Licence", "It is 4.2."]);
});

test("a subject keeps the wide blanks of Japanese", async () => {
  expect((await read(`Subject: =?utf-8?B?${Buffer.from("席　四番").toString("base64")}?=`, "x")).subject).toBe("席　四番");
});
