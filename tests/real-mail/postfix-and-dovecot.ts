// A postfix and a dovecot of our own, on free ports of loopback, in a folder that is gone afterwards. Customers live at paid.example; mail for
// the desk goes where a test says: to the desk's entrance, or into a mailbox that the desk reads.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ImapFlow } from "imapflow";
import { afterAll } from "vitest";
import { freePort } from "../server/run-server.ts";

const TLS = join(dirname(dirname(fileURLToPath(import.meta.url))), "mail/tls");
export const PASSWORD = "a-mailbox-password";

export interface RealMail {
  readonly smtp: number;
  readonly imap: number;
  readonly imaps: number;
  /** Where postfix hands on mail for the desk: "smtp:[127.0.0.1]:2525", "lmtp:inet:127.0.0.1:24", "virtual" for the desk's mailbox. */
  deliverDeskTo(transport: string): Promise<void>;
  /** What waits is tried again now. */
  flush(): void;
  /** The raw mails in somebody's inbox, once there are at least that many. */
  mailsOf(user: string, least: number): Promise<string[]>;
  stopDovecot(): Promise<void>;
  startDovecot(): Promise<void>;
}

const id = (name: string, what: "-u" | "-g"): number => Number(execFileSync("id", [what, name]).toString());

export async function realMail(): Promise<RealMail> {
  const folder = mkdtempSync(join(tmpdir(), "troth-real-mail-"));
  chmodSync(folder, 0o755);
  const [smtp, imap, imaps] = [await freePort(), await freePort(), await freePort()];
  const [uid, gid] = [id("mail", "-u"), id("mail", "-g")];
  const [postfix, queue, data, boxes, dovecot] = ["postfix", "queue", "data", "boxes", "dovecot"].map((name) => join(folder, name)) as [string, string, string, string, string];
  for (const each of [postfix, queue, data, boxes, dovecot]) mkdirSync(each, { recursive: true });
  chownSync(boxes, uid, gid);
  chownSync(data, id("postfix", "-u"), id("postfix", "-g"));
  const transport = (to: string): void => writeFileSync(join(postfix, "transport"), to === "virtual" ? "small.example virtual:\n" : `small.example ${to}\n`);
  transport("virtual");
  for (const file of ["dynamicmaps.cf", "postfix-files"]) cpSync(join("/etc/postfix", file), join(postfix, file));
  writeFileSync(
    join(postfix, "main.cf"),
    [
      "compatibility_level = 3.6",
      `queue_directory = ${queue}`,
      `data_directory = ${data}`,
      "command_directory = /usr/sbin",
      "daemon_directory = /usr/lib/postfix/sbin",
      "meta_directory = " + postfix,
      "shlib_directory = /usr/lib/postfix",
      "myhostname = mx.paid.example",
      "mydestination =",
      "inet_interfaces = 127.0.0.1",
      "inet_protocols = ipv4",
      "mynetworks = 127.0.0.0/8",
      `maillog_file = ${join(folder, "postfix.log")}`,
      `maillog_file_prefixes = ${folder}`,
      "biff = no",
      "virtual_mailbox_domains = paid.example, small.example",
      `virtual_mailbox_base = ${boxes}`,
      "virtual_mailbox_maps = inline:{ lea@paid.example=lea/Maildir/, paul@paid.example=paul/Maildir/, @small.example=help/Maildir/ }",
      `virtual_uid_maps = static:${uid}`,
      `virtual_gid_maps = static:${gid}`,
      "virtual_minimum_uid = 1",
      `transport_maps = texthash:${join(postfix, "transport")}`,
      "smtp_tls_security_level = may",
      "minimal_backoff_time = 2s",
      "queue_run_delay = 2s",
      "smtpd_recipient_restrictions = permit_mynetworks, reject",
      "recipient_delimiter = +",
      "smtputf8_enable = yes",
      "default_destination_concurrency_limit = 4",
    ].join("\n") + "\n",
  );
  writeFileSync(
    join(postfix, "master.cf"),
    [
      `127.0.0.1:${smtp} inet n - n - - smtpd`,
      "pickup unix n - n 60 1 pickup",
      "cleanup unix n - n - 0 cleanup",
      "qmgr unix n - n 300 1 qmgr",
      "rewrite unix - - n - - trivial-rewrite",
      "bounce unix - - n - 0 bounce",
      "defer unix - - n - 0 bounce",
      "trace unix - - n - 0 bounce",
      "verify unix - - n - 1 verify",
      "flush unix n - n 1000? 0 flush",
      "proxymap unix - - n - - proxymap",
      "smtp unix - - n - - smtp",
      "relay unix - - n - - smtp",
      "lmtp unix - - n - - lmtp",
      "error unix - - n - - error",
      "retry unix - - n - - error",
      "virtual unix - n n - - virtual",
      "anvil unix - - n - 1 anvil",
      "scache unix - - n - 1 scache",
      "tlsmgr unix - - n 1000? 1 tlsmgr",
      "postlog unix-dgram n - n - 1 postlogd",
    ].join("\n") + "\n",
  );
  writeFileSync(
    join(dovecot, "dovecot.conf"),
    `
protocols = imap
listen = 127.0.0.1
base_dir = ${join(dovecot, "run")}
log_path = ${join(folder, "dovecot.log")}
ssl = yes
ssl_cert = <${join(TLS, "cert.pem")}
ssl_key = <${join(TLS, "key.pem")}
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:${boxes}/%n/Maildir
first_valid_uid = 1
mail_uid = ${uid}
mail_gid = ${gid}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${boxes}/%n
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
    ssl = yes
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`,
  );
  const children = new Set<ChildProcess>();
  const start = (program: string, args: string[]): ChildProcess => {
    const child = spawn(program, args, { stdio: "ignore" });
    children.add(child);
    child.once("exit", () => children.delete(child));
    return child;
  };
  const stop = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once("exit", () => resolve());
      child.kill("SIGTERM");
      setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
    });
  let imapd: ChildProcess | null = null;
  const startDovecot = async (): Promise<void> => {
    imapd = start("/usr/sbin/dovecot", ["-F", "-c", join(dovecot, "dovecot.conf")]);
    await listening(imap);
  };
  execFileSync("/usr/sbin/postfix", ["-c", postfix, "check"], { stdio: "inherit" });
  let mta: ChildProcess | null = null;
  const startPostfix = async (): Promise<void> => {
    mta = start("/usr/sbin/postfix", ["-c", postfix, "start-fg"]);
    await listening(smtp);
  };
  const stopPostfix = async (): Promise<void> => {
    try {
      execFileSync("/usr/sbin/postfix", ["-c", postfix, "stop"], { stdio: "ignore" });
    } catch {
      /* it had ended */
    }
    if (mta) await stop(mta);
  };
  await startPostfix();
  await startDovecot();
  afterAll(async () => {
    await stopPostfix();
    await Promise.all([...children].map(stop));
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    smtp,
    imap,
    imaps,
    startDovecot,
    async deliverDeskTo(to) {
      // Not by a reload: its processes end when they like, and each remembers for half a minute where it sent an address last.
      await stopPostfix();
      transport(to);
      await startPostfix();
    },
    flush: () => void execFileSync("/usr/sbin/postqueue", ["-c", postfix, "-f"]),
    stopDovecot: () => (imapd ? stop(imapd) : Promise.resolve()),
    async mailsOf(user, least) {
      for (const end = Date.now() + 30_000; ; await wait(200)) {
        const mails = await inbox(imaps, user);
        if (mails.length >= least || Date.now() > end) return mails;
      }
    },
  };
}

async function inbox(port: number, user: string): Promise<string[]> {
  const client = new ImapFlow({ host: "127.0.0.1", port, secure: true, auth: { user, pass: PASSWORD }, logger: false });
  await client.connect();
  try {
    await client.mailboxOpen("INBOX");
    const mails: string[] = [];
    if (client.mailbox && client.mailbox.exists > 0) for await (const mail of client.fetch("1:*", { source: true })) mails.push(mail.source?.toString() ?? "");
    return mails;
  } finally {
    await client.logout().catch(() => undefined);
  }
}

async function listening(port: number): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await wait(50)) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (open) return;
  }
  throw new Error(`nothing listens on port ${port}`);
}
