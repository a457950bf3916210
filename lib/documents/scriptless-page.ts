import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => "tagName" in node;

/** What the framework leaves in a page for its own scripts. */
const RESIDUE = ["nonce", "data-precedence", "data-nimg"];

/**
 * A page as the compiled site keeps it: without scripts, what loads them, comments and other residue of the framework.
 * What readers see is the same, to the pixel. Refuses a page that its security policy would not let stand: with a style or a script
 * written into an element.
 */
export function scriptlessPage(html: string): string {
  const document = parse(html, { scriptingEnabled: false });
  clean(document);
  return serialize(document);
}

function clean(parent: DefaultTreeAdapterTypes.ParentNode): void {
  for (const node of [...parent.childNodes]) {
    if (defaultTreeAdapter.isCommentNode(node) && partsTexts(node)) {
      node.data = "";
    } else if (node.nodeName === "#comment" || (isElement(node) && isForScripts(node))) {
      defaultTreeAdapter.detachNode(node);
    } else if (isElement(node)) {
      const refused = node.attrs.find(({ name }) => name === "style" || name.startsWith("on"));
      if (refused || node.tagName === "style") {
        throw new Error(`a compiled page cannot hold <${node.tagName} ${refused?.name ?? ""}>`);
      }
      node.attrs = node.attrs.filter(({ name }) => !RESIDUE.includes(name));
      clean(node);
    }
  }
}

/**
 * Whether a comment stands between two texts, as the framework puts it there: without it they would become one, whose
 * letters stand a fraction of a pixel closer to each other than those of two.
 */
function partsTexts(comment: DefaultTreeAdapterTypes.CommentNode): boolean {
  const beside = comment.parentNode?.childNodes ?? [];
  const place = beside.indexOf(comment);
  return beside[place - 1]?.nodeName === "#text" && beside[place + 1]?.nodeName === "#text";
}

function isForScripts({ tagName, attrs, childNodes }: Element): boolean {
  const value = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
  if (tagName === "script" || tagName === "noscript") return true;
  // Where the framework's scripts would put what comes later.
  const isEmpty = childNodes.every(({ nodeName }) => nodeName === "#comment");
  if (tagName === "div" && value("hidden") !== undefined && isEmpty) return true;
  if (tagName !== "link") return false;
  const rel = value("rel") ?? "";
  return rel === "modulepreload" || (/^(preload|prefetch)$/.test(rel) && value("as") !== "image");
}
