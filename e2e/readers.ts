import { setTimeout as sleep } from "node:timers/promises";
import { numbersIn, reasonsIn } from "./numbered.ts";

/** What an address says of the releases. */
export type Kind =
  /** How a ward stands now: one number and no other. */
  | "current"
  /** How a ward stands now, by the number of its Edition. */
  | "edition"
  /** What was released, the newest with it. */
  | "history"
  /** Nothing, or of the past. */
  | "other"
  /** That there is no such page. */
  | "none";

export interface Address {
  readonly path: string;
  readonly kind: Kind;
  /** Whose releases it tells of; undefined for those of all. */
  readonly ward?: string;
  /** Most of what is opened is one of these. */
  readonly often?: boolean;
}

/** The addresses of which readers ask: pages, feeds, cards, and what has a query. */
export function addressesOf(wards: readonly string[]): Address[] {
  const ofWard = (ward: string): Address[] => {
    const policy = `/ja/${ward}/2021`;
    const current = [
      ...[policy, `/en/${ward}/2021`, `${policy}/plan`, `${policy}/issues/1`, `${policy}/strategies/1-1`],
      ...[`${policy}/initiatives/1-1-1`, `/en/${ward}/2021/initiatives/1-1-1`, `${policy}/initiatives/2-1-1`],
      ...[`${policy}/reform/1`, `/ja/embed/${ward}/2021`, `/ja/embed/${ward}/2021/initiatives/1-1-1`],
      ...[`${policy}?from=edge`, `${policy}/initiatives/1-1-1?from=edge`, `/ja/search?q=概要&org=${ward}`],
    ];
    const history = [
      ...[`${policy}/revisions`, `${policy}/feed.atom`, `${policy}/feed.json`, `/ja/${ward}/feed.atom`],
      ...[`${policy}/initiatives/1-1-1/feed.atom`, `${policy}/feed.atom?from=edge`],
    ];
    const other = [`${policy}/editions/1`, `${policy}/vision`, `${policy}/formulation`, `${policy}/questions`];
    const often = (path: string) => [policy, `${policy}/initiatives/1-1-1`, `${policy}/feed.atom`].includes(path);
    return [
      ...current.map((path) => ({ path, kind: "current" as const, ward, often: often(path) })),
      { path: `/ja/${ward}`, kind: "edition" as const, ward, often: true },
      ...history.map((path) => ({ path, kind: "history" as const, ward, often: often(path) })),
      ...other.map((path) => ({ path, kind: "other" as const })),
      { path: `/api/v1/organizations/${ward}/policies/2021`, kind: "current", ward },
      { path: `/ja/ask/${ward}/2021`, kind: "other" },
    ];
  };
  const ofAll = ["/ja", "/en", "/ja/feed.atom", "/ja/feed.json", "/ja?text=試験"];
  const others = ["/ja/about", "/sitemap.xml", "/robots.txt"];
  const none = ["/ja/nowhere", `/ja/${wards[0]}/2021/initiatives/9-9-9`];
  return [
    ...wards.flatMap(ofWard),
    ...ofAll.map((path) => ({ path, kind: "history" as const, often: path === "/ja" })),
    ...others.map((path) => ({ path, kind: "other" as const })),
    { path: "/ja/sign-in", kind: "other" },
    ...none.map((path) => ({ path, kind: "none" as const })),
  ];
}

/** One answer to a reader, as far as it tells of the releases. */
export interface Answer {
  readonly address: Address;
  /** When it was asked for and when it was there, in milliseconds. */
  readonly asked: number;
  readonly answered: number;
  readonly status: number;
  readonly maintenance: boolean;
  /** The newest number of a release that it shows, or that of an Edition. */
  readonly shows: number | undefined;
  /** What is wrong with the answer by itself; undefined for a good one. */
  readonly wrong: string | undefined;
  /** Whether it had begun and was cut short. */
  readonly cut: boolean;
  /** Who made it: the web server names a file's state by its time and length. */
  readonly from: "file" | "app";
}

const shownBy = ({ kind }: Address, text: string) =>
  kind === "edition"
    ? [...text.matchAll(/第(\d+)版/g)].map(([, n]) => Number(n))
    : [...numbersIn(text), ...reasonsIn(text)];

const MAINTENANCE = "ただいまこのページを表示できません";

/** Asks for an address as a reader does, and looks at what came. */
export async function read(edge: string, address: Address): Promise<Answer> {
  const asked = performance.now();
  const nothing = { address, asked, status: 0, maintenance: false, shows: undefined, from: "app" as const };
  let response: Response | undefined;
  try {
    response = await fetch(`${edge}${encodeURI(address.path)}`, { redirect: "manual" });
    const { status, headers } = response;
    const text = await response.text();
    const maintenance = status >= 500 && text.includes(MAINTENANCE);
    const numbers = status === 200 ? shownBy(address, text) : [];
    const shows = numbers.length > 0 ? Math.max(...numbers) : undefined;
    const isCut = headers.get("content-type")?.startsWith("text/html") && !text.includes("</html>");
    const wrong = isCut ? "a page without its end" : whatIsWrong(address, status, text, shows);
    return {
      ...{ address, asked, answered: performance.now(), status, maintenance, shows, cut: false },
      wrong: maintenance ? undefined : wrong,
      from: /^(?:W\/)?"[0-9a-f]+-[0-9a-f]+"$/.test(headers.get("etag") ?? "") ? "file" : "app",
    };
  } catch (error) {
    const reason = error instanceof Error ? `${error.message} ${(error.cause as Error | undefined)?.message}` : "";
    const wrong = `${response ? "cut short" : "no answer"}: ${reason}`;
    return { ...nothing, answered: performance.now(), wrong, cut: response !== undefined };
  }
}

function whatIsWrong({ kind }: Address, status: number, text: string, shows: number | undefined): string | undefined {
  if (status !== (kind === "none" ? 404 : 200)) return `${status} ${text.slice(0, 200).replaceAll(/\s+/g, " ")}`;
  if (kind === "none") return text.includes("<h1") ? undefined : `an empty 404: ${text.slice(0, 100)}`;
  if (kind === "other") return undefined;
  if (shows === undefined) return "tells of no release";
  if (kind === "history" || kind === "edition") return undefined;
  // What was changed in an item stands below it, with the texts of before.
  const stands = text.replace(/<section[^>]*id="history"[\s\S]*$/, "").replaceAll(/<script[\s\S]*?<\/script>/g, "");
  const numbers = [...new Set(numbersIn(stands))];
  const reasons = reasonsIn(text);
  const whole = numbers.length === 1 && numbers[0] === shows && (reasons.length === 0 || reasons.includes(shows));
  return whole ? undefined : `mixed: texts ${numbers.join(" ")}, reasons ${[...new Set(reasons)].join(" ")}`;
}

/** So many readers, each of whom opens one address after the other, until told to stop. */
export async function readOn(
  edge: string,
  addresses: readonly Address[],
  readers: number,
  { random, pauseMs, signal, onAnswer }: Reading,
): Promise<void> {
  const often = addresses.filter((address) => address.often);
  const one = async () => {
    while (!signal.aborted) {
      await sleep(random() * 2 * pauseMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const among = random() < 0.7 ? often : addresses;
      const address = among[Math.floor(random() * among.length)];
      if (!address) continue;
      const answer = await read(edge, address);
      onAnswer(answer);
      // Whoever saw half a page opens it again.
      if (answer.cut) onAnswer(await read(edge, address));
    }
  };
  await Promise.all(Array.from({ length: readers }, one));
}

interface Reading {
  readonly random: () => number;
  /** How long a reader looks at what came, on average. */
  readonly pauseMs: number;
  readonly signal: AbortSignal;
  readonly onAnswer: (answer: Answer) => void;
}
