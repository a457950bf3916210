import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText, hashOf, hashOfText, partHash } from "./canonical.ts";

/** The same value, its keys written in another order at every depth. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, reordered(entry)]),
  );
}

describe("canonicalText", () => {
  it("is the same for the same value, in whichever order its keys were written", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(canonicalText(reordered(value))).toBe(canonicalText(value));
      }),
    );
  });

  it("is read back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(canonicalText(JSON.parse(canonicalText(value)))).toBe(canonicalText(value));
      }),
    );
  });

  it("keeps the order of a list", () => {
    expect(canonicalText([2, 1])).not.toBe(canonicalText([1, 2]));
  });

  it("RFC 8785, 3.2.2: its sample", () => {
    const sample = {
      // biome-ignore lint/correctness/noPrecisionLoss: the RFC's own number
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalText(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("RFC 8785, 3.2.3: keys are sorted by UTF-16 code units", () => {
    const sample = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalText(sample)) as object).sort()).toEqual(Object.values(sample).sort());
    const order = [...canonicalText(sample).matchAll(/:"([^"]+)"/g)].map(([, value]) => value);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it.each([
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [-5e-324, "-5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [1e21, "1e+21"],
    [999999999999999900000, "999999999999999900000"],
    [0.000001, "0.000001"],
    [1e-7, "1e-7"],
  ])("RFC 8785, appendix B: %s is written %s", (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined]])("refuses %s, which is no JSON", (value) => {
    expect(() => canonicalText(value)).toThrow();
  });
});

describe("hashes", () => {
  it.each([
    // FIPS 180-2's vectors
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    // printf '方針' | sha256sum
    ["方針", "facaa0365f47585d0069f29d4f3d67f6cea6c4e28028ebca770699842f1419fa"],
  ])("SHA-256 of %j in UTF-8", (text, digest) => {
    expect(hashOfText(text)).toBe(digest);
  });

  it("of a value is that of its canonical text", () => {
    expect(hashOf({ b: 1, a: "方" })).toBe(hashOfText('{"a":"方","b":1}'));
  });

  it("of a Part covers the bytes of the salt, then the payload", () => {
    // printf '\x00\x01…\x0f"x"' | sha256sum
    expect(partHash("000102030405060708090a0b0c0d0e0f", '"x"')).toBe(
      "3b1fc3f0acdfe5a1819cbf8d76bf7f14e2cfaf9d5674aefe56db9cd71da75bdc",
    );
    expect(partHash("000102030405060708090a0b0c0d0e10", '"x"')).not.toBe(
      "3b1fc3f0acdfe5a1819cbf8d76bf7f14e2cfaf9d5674aefe56db9cd71da75bdc",
    );
  });
});
