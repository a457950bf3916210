import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from "parse5";

type Element = DefaultTreeAdapterMap["element"];

/** A page as it was sent, read by an HTML parser and by no browser: what every reader of it gets. */
export interface PageSource {
  readonly lang: string | undefined;
  readonly title: string;
  readonly h1: readonly string[];
  readonly description: string | undefined;
  readonly canonical: string | undefined;
  /** The addresses of the page in other languages, by hreflang. */
  readonly alternates: Readonly<Record<string, string>>;
  /** Feeds by their types. */
  readonly feeds: readonly { readonly type: string; readonly href: string }[];
  readonly picture: string | undefined;
  readonly noindex: boolean;
  /** Where its links lead, within the site and elsewhere. */
  readonly links: readonly { readonly href: string; readonly rel: string }[];
  readonly ids: ReadonlySet<string>;
  /** Elements whose look is written into them. */
  readonly styled: number;
  /** What a browser asks for to show it, each address once: styles, pictures, the icon. */
  readonly loads: readonly string[];
  readonly scripts: number;
}

/** Reads a page's source. */
export function pageSource(html: string): PageSource {
  const elements = elementsOf(parse(html).childNodes);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const meta = (key: string, value: string) => {
    const found = named("meta").find((element) => attribute(element, key) === value);
    return found && attribute(found, "content");
  };
  const links = named("link");
  const rel = (name: string) => links.filter((element) => attribute(element, "rel") === name);
  const href = (element: Element) => attribute(element, "href") ?? "";
  return {
    lang: named("html").map((element) => attribute(element, "lang"))[0],
    title: named("title").map(textOf)[0] ?? "",
    h1: named("h1").map(textOf),
    description: meta("name", "description"),
    canonical: rel("canonical").map(href)[0],
    alternates: Object.fromEntries(
      rel("alternate").flatMap((element) => {
        const language = attribute(element, "hreflang");
        return language ? [[language, href(element)]] : [];
      }),
    ),
    feeds: rel("alternate").flatMap((element) => {
      const type = attribute(element, "type");
      return type ? [{ type, href: href(element) }] : [];
    }),
    picture: meta("property", "og:image"),
    noindex: meta("name", "robots")?.includes("noindex") ?? false,
    links: named("a").flatMap((element) => {
      const to = attribute(element, "href");
      return to === undefined ? [] : [{ href: to, rel: attribute(element, "rel") ?? "" }];
    }),
    ids: new Set(elements.flatMap((element) => attribute(element, "id") ?? [])),
    styled: elements.filter((element) => attribute(element, "style") !== undefined).length,
    loads: [
      ...new Set([
        ...[...rel("stylesheet"), ...rel("icon")].map(href),
        ...named("img").map((element) => attribute(element, "src") ?? ""),
      ]),
    ],
    scripts: named("script").length,
  };
}

function elementsOf(nodes: readonly DefaultTreeAdapterMap["childNode"][]): Element[] {
  return nodes.flatMap((node) =>
    defaultTreeAdapter.isElementNode(node) ? [node, ...elementsOf(node.childNodes)] : [],
  );
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;

function textOf(element: Element): string {
  return element.childNodes
    .map((node) =>
      defaultTreeAdapter.isTextNode(node) ? node.value : defaultTreeAdapter.isElementNode(node) ? textOf(node) : "",
    )
    .join("")
    .trim();
}
