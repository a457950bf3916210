import type { Language } from "./languages.ts";
import commonEn from "./messages/en/common.json" with { type: "json" };
import publicEn from "./messages/en/public.json" with { type: "json" };
import staffEn from "./messages/en/staff.json" with { type: "json" };
import commonJa from "./messages/ja/common.json" with { type: "json" };
import publicJa from "./messages/ja/public.json" with { type: "json" };
import staffJa from "./messages/ja/staff.json" with { type: "json" };

const japanese = { ...commonJa, public: publicJa, staff: staffJa };

/** The Japanese words are the measure: a word that is missing in another language is a type error. */
export type Messages = typeof japanese;

export const MESSAGES: Record<Language, Messages> = {
  ja: japanese,
  en: { ...commonEn, public: publicEn, staff: staffEn },
};
