import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { z } from "zod";

/** A SHA-256 as 64 lower-case hexadecimal digits. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export type Hash = string;

/** Bytes of salt in a Part: enough that a short text (a grade) cannot be guessed back from its published hash. */
export const SALT_BYTES = 16;

/** The one text of a JSON value (RFC 8785): the order in which its keys were written makes no difference. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}

/** SHA-256 of a text in UTF-8. */
export function hashOfText(text: string): Hash {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of the canonical bytes of a JSON value. */
export function hashOf(value: unknown): Hash {
  return hashOfText(canonicalText(value));
}

/** The address of a Part: SHA-256 of its salt (hexadecimal) followed by its canonical payload in UTF-8. */
export function partHash(saltHex: string, payload: string): Hash {
  return bytesToHex(sha256(concatBytes(hexToBytes(saltHex), utf8ToBytes(payload))));
}
