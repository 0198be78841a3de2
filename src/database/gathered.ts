// Calls that come while one is being written share the next write: a transaction for many notes costs little more than one for a single note.

interface Waiting<Item> {
  readonly item: Item;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * `write` with many items at once, called with one: resolves once the write that holds the item is done. At most `most` items go together.
 * Where many fail together each is written alone, so that one that cannot be written fails nobody else.
 */
export function gathered<Item>(write: (items: readonly Item[]) => Promise<unknown>, most = 100): (item: Item) => Promise<void> {
  const waiting: Waiting<Item>[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) await together(waiting.splice(0, most));
    writing = false;
  }

  async function together(batch: readonly Waiting<Item>[]): Promise<void> {
    try {
      await write(batch.map(({ item }) => item));
      for (const { done } of batch) done();
    } catch (error) {
      if (batch.length === 1) batch[0]!.failed(error);
      else for (const each of batch) await together([each]);
    }
  }

  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed });
      if (!writing) {
        writing = true;
        setImmediate(() => void writeAll()); // whoever calls in the same turn comes along
      }
    });
}
