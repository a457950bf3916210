import { readdirSync, readFileSync } from "node:fs";
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { request as requestOverTls } from "node:https";
import path from "node:path";
import { brotliDecompressSync, constants, gunzipSync } from "node:zlib";

/** An answer as it came over the wire: nothing is followed, kept or unpacked. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Every header of that name, also where it was sent more than once. */
  all(name: string): string[];
  readonly bytes: Buffer;
  /** What it says, unpacked. */
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Asks for an address; a certificate that nobody vouches for is good enough. */
export async function rawRequest(url: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<RawAnswer> {
  const send = url.startsWith("https:") ? requestOverTls : request;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = send(url, { method, headers, agent: false, rejectUnauthorized: false }, resolve).on("error", reject);
    sent.end(body);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const raw = response.rawHeaders;
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    all: (name) => raw.filter((_value, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === name),
    bytes,
    text: unpacked(bytes, response.headers["content-encoding"] ?? "").toString("utf8"),
  };
}

function unpacked(bytes: Buffer, encoding: string): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === "br") return brotliDecompressSync(bytes);
  return encoding === "gzip" ? gunzipSync(bytes) : bytes;
}

/**
 * Everything that lies in the files of a folder, byte by byte, with what is packed unpacked as well, also where it is
 * being written at this moment.
 */
export function everythingIn(folder: string): string {
  const texts: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = read(path.join(entry.parentPath, entry.name));
    texts.push(entry.name, bytes.toString("utf8"));
    // A file of the cache has lines of its own before what was sent.
    const start = bytes.indexOf(GZIP);
    if (/\.br(?:\.|$)/.test(entry.name)) texts.push(brotliDecompressSync(bytes, BROTLI).toString("utf8"));
    else if (start !== -1) texts.push(gunzipSync(bytes.subarray(start), UNFINISHED).toString("utf8"));
  }
  return texts.join("\n");
}

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const UNFINISHED = { finishFlush: constants.Z_SYNC_FLUSH };
const BROTLI = { finishFlush: constants.BROTLI_OPERATION_FLUSH };

/** A file that is taken away while it is looked for says nothing. */
function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
