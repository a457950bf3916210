import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Autosaver, type SaveStatus, type Sent } from "./autosaver.ts";

const KEPT: Sent = { kind: "kept", savedAt: new Date(0) };
const OFFLINE: Sent = { kind: "offline" };

/** A server and a browser whose answers the test decides. */
function world() {
  const sent: { text: string; sequence: number; at: number; answer: (sent: Sent) => void }[] = [];
  const local: { text: string | null } = { text: null };
  const told: SaveStatus[] = [];
  const saver = new Autosaver({
    send: (typed, sequence) =>
      new Promise((answer) => {
        sent.push({ text: typed.a ?? "", sequence, at: Date.now(), answer });
      }),
    keepLocally: (typed) => {
      local.text = typed.a ?? "";
      return true;
    },
    forgetLocally: () => {
      local.text = null;
    },
    tell: (status) => told.push(status),
  });
  const answer = async (what: Sent) => {
    sent.at(-1)?.answer(what);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, sent, local, told, answer, texts: () => sent.map(({ text }) => text) };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("Autosaver", () => {
  it("waits until typing pauses, then sends the last text once", async () => {
    const { saver, texts } = world();
    saver.typed({ a: "1" });
    await vi.advanceTimersByTimeAsync(500);
    saver.typed({ a: "12" });
    await vi.advanceTimersByTimeAsync(799);
    expect(texts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(texts()).toEqual(["12"]);
  });

  it("does not wait longer than two seconds while typing goes on", async () => {
    const { saver, sent } = world();
    for (let at = 0; at < 2_000; at += 100) {
      saver.typed({ a: `${at}` });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent[0]?.at).toBeLessThan(2_000);
  });

  it("has one request under way, numbered upwards, and sends what was typed meanwhile after it", async () => {
    const { saver, sent, answer, texts } = world();
    saver.typed({ a: "1" });
    await vi.advanceTimersByTimeAsync(1_000);
    saver.typed({ a: "2" });
    saver.typed({ a: "3" });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(texts()).toEqual(["1"]);
    await answer(KEPT);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent.map(({ text, sequence }) => [text, sequence])).toEqual([
      ["1", 1],
      ["3", 2],
    ]);
  });

  it("keeps a copy here while there is no answer, tries again ever more slowly, and forgets it once it arrived", async () => {
    const { saver, sent, local, told, answer } = world();
    saver.typed({ a: "1" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(local.text).toBeNull();
    await answer(OFFLINE);
    expect(local.text).toBe("1");
    expect(told.at(-1)).toEqual({ kind: "offline", local: true });
    saver.typed({ a: "12" });
    expect(local.text).toBe("12");
    for (const wait of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
      const before = sent.length;
      await vi.advanceTimersByTimeAsync(wait - 10);
      expect(sent).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(10);
      expect(sent).toHaveLength(before + 1);
      await answer(OFFLINE);
    }
    saver.retry();
    await answer(KEPT);
    expect(sent.at(-1)?.text).toBe("12");
    expect(local.text).toBeNull();
    expect(saver.atRisk).toBe(false);
  });

  it("sends at once where it is asked to, after what is under way", async () => {
    const { saver, answer, texts } = world();
    saver.typed({ a: "1" });
    await vi.advanceTimersByTimeAsync(1_000);
    const flushed = saver.flush({ a: "2" });
    await vi.advanceTimersByTimeAsync(0);
    expect(texts()).toEqual(["1"]);
    await answer(KEPT);
    expect(texts()).toEqual(["1", "2"]);
    await answer(KEPT);
    expect(await flushed).toEqual(KEPT);
  });

  it("keeps a copy here when the page goes away before an answer", async () => {
    const { saver, local, texts } = world();
    saver.typed({ a: "1" });
    expect(saver.atRisk).toBe(true);
    saver.leave();
    expect(local.text).toBe("1");
    expect(texts()).toEqual(["1"]);
    expect(saver.atRisk).toBe(false);
  });

  it("does not try again what the server refuses, until something else is typed", async () => {
    const { saver, local, answer, texts } = world();
    saver.typed({ a: "long" });
    await vi.advanceTimersByTimeAsync(1_000);
    await answer({ kind: "refused", code: "too-long" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts()).toEqual(["long"]);
    expect(local.text).toBe("long");
    saver.typed({ a: "short" });
    await vi.advanceTimersByTimeAsync(1_000);
    await answer(KEPT);
    expect(local.text).toBeNull();
  });
});
