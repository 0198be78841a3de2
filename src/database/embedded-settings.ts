// What the embedded PostgreSQL is told: safe for mail (every commit is on disk), an eighth of the machine's memory, closed to the network.
import { totalmem } from "node:os";

const MB = 1024 * 1024;

/** Bytes that the database may hold of its tables: an eighth of what the machine, or the container, has, from 128 MB to 1 GB. What does not fit is read anew. */
export function sharedMemory(machine: number): number {
  return Math.min(1024 * MB, Math.max(128 * MB, machine / 8));
}

/** Bytes of memory that there are for this process. Without a limit the system names one beyond anything that is built in. */
function machineMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}

/** Settings as the server takes them on its command line, which wins over any file in the cluster. Without a folder for its socket it is reached over loopback alone. */
export function embeddedSettings(port: number, socketFolder: string | null, more: Readonly<Record<string, string>>): string[] {
  const shared = sharedMemory(machineMemory());
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: socketFolder ?? "",
    unix_socket_permissions: "0700",
    password_encryption: "scram-sha-256",
    max_connections: "60",
    shared_buffers: `${Math.floor(shared / MB)}MB`,
    effective_cache_size: `${Math.floor((shared * 4) / MB)}MB`,
    work_mem: "8MB",
    maintenance_work_mem: "64MB",
    max_wal_size: "1GB",
    checkpoint_timeout: "15min",
    wal_compression: "on",
    autovacuum_naptime: "5s", // a young desk grows tenfold in a minute: plans made for its empty tables would read all of them
    random_page_cost: "1.1",
    fsync: "on",
    synchronous_commit: "on",
    jit: "off", // our queries are short: compiling them costs more than running them
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    lc_messages: "C", // the words that failures are recognised by
    ...more,
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** A server process gets nothing of ours but this: PG… variables of a developer's shell would lead it astray. */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = { PATH: "/usr/local/bin:/usr/bin:/bin", TZ: "UTC", LC_ALL: "C" };
