import { getRequestConfig } from "next-intl/server";
import { isLanguage } from "./languages.ts";
import { MESSAGES } from "./messages.ts";

/** What next-intl asks for at each request. Pages name their language with setRequestLocale. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = (await requestLocale) ?? "ja";
  const locale = isLanguage(asked) ? asked : "ja";
  return { locale, messages: MESSAGES[locale], timeZone: "Asia/Tokyo" };
});
