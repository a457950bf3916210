import { describe, expect, it } from "vitest";
import { isUnchanged } from "./unchanged.ts";

const asked = (headers: Record<string, string>) =>
  isUnchanged(new Headers(headers), '"abc"', new Date("2021-06-04T01:00:00.700Z"));

describe("what somebody has already", () => {
  it.each([
    ["the same", { "if-none-match": '"abc"' }, true],
    ["the same, said to be weak", { "if-none-match": 'W/"abc"' }, true],
    ["one of several", { "if-none-match": '"x", "abc"' }, true],
    ["whatever there is", { "if-none-match": "*" }, true],
    ["another", { "if-none-match": '"x"' }, false],
    [
      "another, though nothing changed since",
      { "if-none-match": '"x"', "if-modified-since": "Fri, 04 Jun 2027 01:00:00 GMT" },
      false,
    ],
    ["that of the same second", { "if-modified-since": "Fri, 04 Jun 2021 01:00:00 GMT" }, true],
    ["that of a second before", { "if-modified-since": "Fri, 04 Jun 2021 00:59:59 GMT" }, false],
    ["something of no date", { "if-modified-since": "yesterday" }, false],
    ["nothing", {}, false],
  ] as const)("%s", (_name, headers, known) => {
    expect(asked(headers)).toBe(known);
  });
});
