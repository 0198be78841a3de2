// A small file on disk with as few trips as it takes: each trip to another thread and back costs more than what is done there.
import { close, closeSync, constants, fsync, open, openSync, rename, rm, write } from "node:fs";
import { promisify } from "node:util";

const [opened, written, renamed, synced, removed] = [promisify(open), promisify(write), promisify(rename), promisify(fsync), promisify(rm)];
// Each write returns once its bytes, and where they lie, are on disk.
const ONCE_ON_DISK = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_DSYNC ?? constants.O_SYNC);

/** Bytes under `draft`, which nobody else writes; all of them are on disk, or there is no such file. Throws what the disk says. */
export async function writeSmall(draft: string, bytes: Uint8Array): Promise<void> {
  const file = await opened(draft, ONCE_ON_DISK, 0o600);
  try {
    for (let at = 0; at < bytes.byteLength; ) at += (await written(file, bytes, at)).bytesWritten;
  } catch (error) {
    close(file, () => undefined);
    await removed(draft, { force: true });
    throw error;
  }
  closeSync(file); // nothing is left to be written
}

/** Gives what is on disk its name in `folder`, and the folder its entry, for good: after a power cut there is the whole file or none. */
export async function giveName(draft: string, folder: string, path: string): Promise<void> {
  await renamed(draft, path);
  const handle = openSync(folder, "r");
  try {
    await synced(handle);
  } finally {
    closeSync(handle);
  }
}
