// The files of a multipart request, one after the other, as streams.
import type { FastifyRequest } from "fastify";
import { Problem } from "../../desk/problem.ts";
import type { UploadedFile } from "./route.ts";

export async function* uploads(request: FastifyRequest): AsyncGenerator<UploadedFile> {
  if (!request.isMultipart()) throw new Problem("invalid-input", "Files are sent as multipart/form-data.", [{ at: "Content-Type", message: "multipart/form-data" }]);
  for await (const part of request.files()) {
    yield { name: part.filename, type: part.mimetype, bytes: part.file };
    if (part.file.truncated) throw new Problem("too-large");
  }
}
