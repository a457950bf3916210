import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded, keyedHash, LATEST_MS, SOONEST_MS, stampAt, whyNotStamp } from "./asking.ts";
import { itemAnchor, readAnchor } from "./placed.ts";

const SECRET = "only for this test";
const drawn = new Date("2026-11-26T10:00:00+09:00");
const later = (ms: number) => new Date(drawn.getTime() + ms);

describe("the stamp of a form", () => {
  const stamp = stampAt(SECRET, "here", drawn);
  it("is good from two seconds to a day after the form was drawn", () => {
    expect(whyNotStamp(SECRET, "here", stamp, drawn)).toBe("too-quick");
    expect(whyNotStamp(SECRET, "here", stamp, later(SOONEST_MS - 1))).toBe("too-quick");
    expect(whyNotStamp(SECRET, "here", stamp, later(SOONEST_MS))).toBeNull();
    expect(whyNotStamp(SECRET, "here", stamp, later(LATEST_MS))).toBeNull();
    expect(whyNotStamp(SECRET, "here", stamp, later(LATEST_MS + 1))).toBe("too-old");
  });
  it("is one of this site's, of this form's, as it was drawn", () => {
    expect(whyNotStamp("another secret", "here", stamp, later(5000))).toBe("too-old");
    expect(whyNotStamp(SECRET, "there", stamp, later(5000))).toBe("too-old");
    const [, seal] = stamp.split(".");
    expect(whyNotStamp(SECRET, "here", `${drawn.getTime() + 1}.${seal}`, later(5000))).toBe("too-old");
  });
  it("that somebody makes up is none, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(whyNotStamp(SECRET, "here", text, later(5000))).toBe("too-old");
      }),
    );
  });
});

it("a keyed hash depends on the secret and on what it is for", () => {
  const hashes = [keyedHash("a", "x", "text"), keyedHash("b", "x", "text"), keyedHash("a", "y", "text")];
  expect(new Set(hashes).size).toBe(3);
});

it("texts are compared as people read them", () => {
  expect(folded("決算額 ABC\n")).toBe(folded("決算額　ａｂｃ"));
  expect(folded("ﾊﾝｶｸ")).toBe(folded("ハンカク"));
  expect(folded("決算額")).not.toBe(folded("予算額"));
});

it("an address names an item by its kind and code, and nothing else", () => {
  for (const type of ["issue", "strategy", "initiative", "reformItem"] as const) {
    expect(readAnchor(itemAnchor({ type, code: "1-1-2" }))).toEqual({ type, code: "1-1-2" });
  }
  for (const anchor of ["", "issue-", "issue", "policy-1", "1-1-2", "reformItem-1"]) {
    expect(readAnchor(anchor)).toBeNull();
  }
});
