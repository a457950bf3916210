import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { element, text, xmlFile } from "./xml.ts";

/** Read by a parser of somebody else, for which the slightest fault is an error. */
function read(file: string) {
  // A text may hold the character that stands for broken ones.
  const fail = (_level: string, message: string) => {
    if (!message.includes("replacement character")) throw new Error(message);
  };
  const root = new DOMParser({ onError: fail }).parseFromString(file, "text/xml").documentElement;
  if (!root) throw new Error("no root");
  return root;
}

const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(fc.constantFrom("<", ">", "&", '"', "'", "]]>", "\r\n", "\t", "\0", "\u001f", "\ud800", "方", "𠮷"), {
      maxLength: 20,
    })
    .map((pieces) => pieces.join("")),
);
/** What XML can hold of a text. */
const legal = (value: string) =>
  [...value]
    .filter((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (point < 0x20) return [9, 10, 13].includes(point);
      return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
    })
    .join("");

describe("what is written as XML", () => {
  it("is read back as it was given, in text and in attributes", () => {
    fc.assert(
      fc.property(anything, anything, (inside, said) => {
        const root = read(xmlFile(element("a", { said }, element("b", {}, inside))));
        expect(root.getAttribute("said")).toBe(legal(said));
        expect(root.textContent).toBe(legal(inside));
        expect(root.childNodes.length).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out an attribute of null and closes what is empty", () => {
    expect(element("a", { href: null, count: 0 }).markup).toBe('<a count="0"/>');
    expect(element("a", {}, text("1 < 2")).markup).toBe("<a>1 &lt; 2</a>");
  });
});
