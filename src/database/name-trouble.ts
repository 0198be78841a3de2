// Recognises faults of disk, network and database by their codes, so that a person reads a sentence and not a stack.
import { Trouble } from "./trouble.ts";

const DISK_FULL = ["The disk is full.", "Free some space on the disk that holds the data; start Troth again if it does not go on by itself."] as const;
const LOST = ["The database cannot be reached.", "Start it, or check DATABASE_URL; the server connects again by itself."] as const;
const FORBIDDEN = ["The database refuses the user name or the password.", "Check the user and the password in DATABASE_URL."] as const;

/** By errno (Node) and by SQLSTATE (PostgreSQL, Appendix A of its manual). */
const NAMED: Readonly<Record<string, readonly [message: string, mend: string]>> = {
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  53100: DISK_FULL,
  EROFS: ["The data folder is on a read-only disk.", "Point DATA_DIR at a folder that can be written."],
  EACCES: ["A file in the data folder may not be read or written by this user.", "Start Troth as the user who owns the data folder, or give it to this user."],
  EPERM: ["A file in the data folder may not be changed by this user.", "Start Troth as the user who owns the data folder, or give it to this user."],
  EMFILE: ["Too many files are open.", "Raise the limit of open files (ulimit -n) and start again."],
  ECONNREFUSED: LOST,
  ECONNRESET: LOST,
  EPIPE: LOST,
  ENOTFOUND: ["The database's host name is not known.", "Check the host in DATABASE_URL."],
  ETIMEDOUT: LOST,
  EHOSTUNREACH: LOST,
  "08000": LOST,
  "08003": LOST,
  "08006": LOST,
  57014: ["A database query took too long and was stopped.", "Try again; if it returns, look at what else the database is doing."],
  57017: LOST,
  "57P01": LOST,
  "57P02": LOST,
  "57P03": ["The database is starting or stopping.", "Wait a moment and try again."],
  53300: ["The database has no connection left.", "Raise max_connections, or run fewer servers on this database."],
  "28000": FORBIDDEN,
  "28P01": FORBIDDEN,
  "3D000": ["The database named in DATABASE_URL does not exist.", "Create it, or correct the name in DATABASE_URL."],
  "55P03": ["Something in the database was locked for too long.", "Try again; if it returns, look at what else works on the database."],
  25006: ["The database accepts reading only.", "Point DATABASE_URL at the primary server."],
};

/** The trouble behind an error, or null where the error is none of the surroundings' doing. */
export function nameTrouble(error: unknown): Trouble | null {
  if (error instanceof Trouble) return error;
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  // A socket that is not there is a server that is not there; any other file that is not there is our own fault.
  const named = code === "ENOENT" && "syscall" in error && error.syscall === "connect" ? LOST : NAMED[code];
  if (named) return new Trouble(named[0], named[1], { cause: error });
  if (/Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(error.message)) return new Trouble(LOST[0], LOST[1], { cause: error });
  return null;
}

/** Whether the connection to the database is what was lost: it may be there again at once, and what was under way may or may not be committed. */
export const isLost = (error: unknown): boolean => nameTrouble(error)?.message === LOST[0];
