import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { GUARDS } from "../domain/lifecycle.ts";
import { REFUSAL_CODES } from "../domain/refusal.ts";
import { MESSAGES } from "./messages.ts";

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, at: string[] = []): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[[...at, key].join("."), value] as [string, string]] : leaves(value, [...at, key]),
  );

const ja = new Map(leaves(MESSAGES.ja as unknown as Tree));
const en = new Map(leaves(MESSAGES.en as unknown as Tree));
const argumentsOf = (text: string) => new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]));

describe("the words in both languages", () => {
  it("are the same ones, none of them empty", () => {
    expect(ja.size).toBeGreaterThan(200);
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
    expect([...ja, ...en].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("are given the same arguments", () => {
    const different = [...ja].filter(([key, text]) => {
      const other = argumentsOf(en.get(key) ?? "");
      return [...argumentsOf(text)].some((argument) => !other.has(argument));
    });
    expect(different).toEqual([]);
  });

  it("can all be said", () => {
    for (const [locale, words] of [
      ["ja", ja],
      ["en", en],
    ] as const) {
      const faults: unknown[] = [];
      const say = createTranslator({ locale, messages: MESSAGES[locale], onError: (error) => faults.push(error) });
      for (const [key, text] of words) {
        const values = Object.fromEntries([...argumentsOf(text)].map((argument) => [argument, 2]));
        const tags = Object.fromEntries(
          [...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (chunk: string) => chunk]),
        );
        (say.markup as unknown as (key: string, values: object) => string)(key, { ...values, ...tags });
      }
      expect(faults).toEqual([]);
    }
  });

  it("speak of every refusal, in a title and in what to do", () => {
    for (const code of REFUSAL_CODES) {
      expect(ja.has(`staff.refusals.${code}.title`), code).toBe(true);
      expect(ja.has(`staff.refusals.${code}.body`), code).toBe(true);
    }
    for (const { refusal } of Object.values(GUARDS)) expect(REFUSAL_CODES).toContain(refusal);
  });
});
