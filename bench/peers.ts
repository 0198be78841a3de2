// What others reach, each measured earlier on a machine of this kind, for scale.
import type { Peer } from "./row.ts";

const peer = (name: string, value: number): Peer => ({ name, value });

export const PEERS = {
  createdOne: peer("FreeScout", 27), // its form, /s at 1 connection
  createdMany: peer("FreeScout", 65), // at 16
  mails: peer("osTicket", 35), // its resident mail entry, /s
  list: peer("FreeScout", 127), // 50 of 10,000 as a page, ms
  listJson: peer("Request Tracker 5", 242), // 50 of 10,000 as JSON, ms
  word: peer("Request Tracker 5", 22), // a unique word among 10,000, ms
} as const;
