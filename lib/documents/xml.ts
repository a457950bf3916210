/** A piece of XML that is escaped already. */
export interface Xml {
  readonly markup: string;
}

type Attributes = Readonly<Record<string, string | number | null>>;

/** Everything that XML 1.0 does not know, lone surrogates included: no escape makes it legal, so it is left out. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text of an element, escaped. Line ends that a parser would make a line feed of are written by their numbers. */
export function text(value: string): Xml {
  return { markup: escaped(value).replaceAll(/[\r\u0085\u2028\u2029]/g, byNumber) };
}

/** An element with what is in it, in order; strings are text. An attribute of null is left out. */
export function element(name: string, attributes: Attributes, ...children: readonly (Xml | string)[]): Xml {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${attribute(String(value))}"`],
  );
  const inside = children.map((child) => (typeof child === "string" ? text(child) : child).markup).join("");
  return { markup: inside ? `<${name}${said.join("")}>${inside}</${name}>` : `<${name}${said.join("")}/>` };
}

/** A whole XML file with this element as its root. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}

const escaped = (value: string) =>
  value.replaceAll(NOT_XML, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

// A parser makes spaces of the white space in attributes unless it is written by its number.
const attribute = (value: string) =>
  escaped(value)
    .replaceAll('"', "&quot;")
    .replaceAll(/[\t\n\r\u0085\u2028\u2029]/g, byNumber);

const byNumber = (character: string) => `&#${character.charCodeAt(0)};`;
