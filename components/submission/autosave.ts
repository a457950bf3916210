import { type RefObject, useEffect, useRef, useState } from "react";
import { z } from "zod";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { AUTOSAVE_PATH } from "@/lib/web/paths.ts";
import { Autosaver, type SaveStatus, type Sent } from "./autosaver.ts";
import { textOfForm } from "./form-text.ts";
import { forgetLocalCopy, keepLocalCopy } from "./local-copy.ts";

/** Bytes that a browser still sends for a page that is going away. */
const LAST_BYTES = 60_000;
/** Milliseconds after which a request without an answer counts as lost. */
const PATIENCE = 10_000;

const kept = z.object({ savedAt: z.coerce.date() });
const refused = z.object({ code: z.string() });

/** Sends what is typed to the server once. Never throws: no answer is `offline`, and so is a server in trouble. */
async function sendBuffer(content: object): Promise<Sent> {
  try {
    const body = JSON.stringify(content);
    const response = await fetch(AUTOSAVE_PATH, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      keepalive: new Blob([body]).size < LAST_BYTES,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 401) return { kind: "signed-out" };
    if (response.ok) return { kind: "kept", savedAt: kept.parse(await response.json()).savedAt };
    if (response.status >= 500) return { kind: "offline" };
    return { kind: "refused", code: refused.parse(await response.json()).code };
  } catch (error) {
    // A server that takes its time is there all the same: whoever presses "save" may.
    return { kind: "offline", slow: error instanceof DOMException && error.name === "TimeoutError" };
  }
}

/** A name for this page that no other has; pages served without TLS have no crypto.randomUUID. */
function newWritingId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

interface Writing {
  readonly writer: string;
  readonly submissionId: string;
  /** The Version that the form was drawn from. */
  readonly base: string | null;
}

/**
 * Keeps on the server what is typed into a form, and in this browser while the server cannot be reached. It never
 * interrupts: what there is to say is in `status`.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  writing: Writing,
): {
  readonly status: SaveStatus | null;
  /** This page's name among the texts that are kept; empty until script runs. */
  readonly writingId: string;
  /** What stands in the form now was typed. */
  readonly typed: (typed: Typed) => void;
  /** What stands in the form now was kept in this browser only, until now. */
  readonly restored: (typed: Typed) => void;
  /** Sends what stands in the form, and waits for what is under way. */
  readonly flush: () => Promise<Sent | null>;
} {
  const [status, setStatus] = useState<SaveStatus | null>(null);
  const [writingId, setWritingId] = useState("");
  const saver = useRef<Autosaver | null>(null);
  const base = useRef(writing.base);
  const { writer, submissionId } = writing;
  useEffect(() => {
    base.current = writing.base;
  }, [writing.base]);

  useEffect(() => {
    const id = newWritingId();
    const own = new Autosaver({
      send: (typed, sequence) =>
        sendBuffer({ writer, submissionId, writingId: id, sequence, baseVersionHash: base.current, typed }),
      keepLocally: (typed) => keepLocalCopy(writer, submissionId, { typed, savedAt: new Date(), base: base.current }),
      forgetLocally: () => forgetLocalCopy(writer, submissionId),
      tell: setStatus,
    });
    saver.current = own;
    setWritingId(id);
    const ending = new AbortController();
    const { signal } = ending;
    document.addEventListener(
      "visibilitychange",
      () => (document.visibilityState === "hidden" ? void own.flush() : own.retry()),
      { signal },
    );
    window.addEventListener("pagehide", () => own.leave(), { signal });
    window.addEventListener("online", () => own.retry(), { signal });
    window.addEventListener("focus", () => own.retry(), { signal });
    window.addEventListener(
      "beforeunload",
      (event) => {
        own.leave();
        if (own.atRisk) event.preventDefault();
      },
      { signal },
    );
    return () => {
      ending.abort();
      own.leave();
      own.stop();
    };
  }, [writer, submissionId]);

  return {
    status,
    writingId,
    typed: (typed) => saver.current?.typed(typed),
    restored: (typed) => saver.current?.restored(typed),
    flush: async () => (form.current && saver.current ? saver.current.flush(textOfForm(form.current)) : null),
  };
}
