import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { type AboutPage, aboutPath } from "@/lib/web/paths.ts";
import { pageMetadata } from "../page-metadata.ts";

/** The head of a page on which the site speaks of itself. `page` is absent on the first of them. */
export async function aboutMetadata(params: Promise<{ lang: string }>, page?: AboutPage): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const words = await getTranslations({ locale: lang, namespace: "about" });
  const name = page === undefined ? "index" : page === "accessibility/results" ? "results" : page;
  const head = { title: words(`${name}.title`), description: words(`${name}.description`) };
  return pageMetadata(lang, (language) => aboutPath(language, ...(page ? [page] : [])), head);
}
