// What two tickets have in common, for reading: "code PRT-4410" as "PRT-4410"; a file without its hash.
export const marksText = (shared: readonly string[], file: string): string => [...new Set(shared.map((mark) => (mark.startsWith("file ") ? file : mark.slice(mark.indexOf(" ") + 1))))].join(", ");
