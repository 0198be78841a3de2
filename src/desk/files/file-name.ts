// Names and types of files as strangers give them, made harmless.

/** Without folders, control signs and directions of writing; at most 200 signs. */
export function safeFileName(name: string): string {
  const bare = (name.split(/[\\/]/).pop() ?? "")
    .replaceAll(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "")
    .replace(/^\.+/, "")
    .trim()
    .slice(0, 200);
  return bare === "" ? "file" : bare;
}

/** A media type without parameters; octets where it is none. */
export const safeFileType = (type: string): string => (/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/i.test(type) ? type.toLowerCase().slice(0, 100) : "application/octet-stream");
