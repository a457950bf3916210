import type { Language } from "./languages.ts";
import aboutEn from "./messages/en/about.json" with { type: "json" };
import autosaveEn from "./messages/en/autosave.json" with { type: "json" };
import commonEn from "./messages/en/common.json" with { type: "json" };
import decidingEn from "./messages/en/deciding.json" with { type: "json" };
import figuresEn from "./messages/en/figures.json" with { type: "json" };
import followingEn from "./messages/en/following.json" with { type: "json" };
import formulationEn from "./messages/en/formulation.json" with { type: "json" };
import historyEn from "./messages/en/history.json" with { type: "json" };
import itemsEn from "./messages/en/items.json" with { type: "json" };
import noticesEn from "./messages/en/notices.json" with { type: "json" };
import peopleEn from "./messages/en/people.json" with { type: "json" };
import planEn from "./messages/en/plan.json" with { type: "json" };
import publicEn from "./messages/en/public.json" with { type: "json" };
import questionsEn from "./messages/en/questions.json" with { type: "json" };
import roundsEn from "./messages/en/rounds.json" with { type: "json" };
import searchEn from "./messages/en/search.json" with { type: "json" };
import staffEn from "./messages/en/staff.json" with { type: "json" };
import standingEn from "./messages/en/standing.json" with { type: "json" };
import takingBackEn from "./messages/en/taking-back.json" with { type: "json" };
import writingEn from "./messages/en/writing.json" with { type: "json" };
import yearsEn from "./messages/en/years.json" with { type: "json" };
import aboutJa from "./messages/ja/about.json" with { type: "json" };
import autosaveJa from "./messages/ja/autosave.json" with { type: "json" };
import commonJa from "./messages/ja/common.json" with { type: "json" };
import decidingJa from "./messages/ja/deciding.json" with { type: "json" };
import figuresJa from "./messages/ja/figures.json" with { type: "json" };
import followingJa from "./messages/ja/following.json" with { type: "json" };
import formulationJa from "./messages/ja/formulation.json" with { type: "json" };
import historyJa from "./messages/ja/history.json" with { type: "json" };
import itemsJa from "./messages/ja/items.json" with { type: "json" };
import noticesJa from "./messages/ja/notices.json" with { type: "json" };
import peopleJa from "./messages/ja/people.json" with { type: "json" };
import planJa from "./messages/ja/plan.json" with { type: "json" };
import publicJa from "./messages/ja/public.json" with { type: "json" };
import questionsJa from "./messages/ja/questions.json" with { type: "json" };
import roundsJa from "./messages/ja/rounds.json" with { type: "json" };
import searchJa from "./messages/ja/search.json" with { type: "json" };
import staffJa from "./messages/ja/staff.json" with { type: "json" };
import standingJa from "./messages/ja/standing.json" with { type: "json" };
import takingBackJa from "./messages/ja/taking-back.json" with { type: "json" };
import writingJa from "./messages/ja/writing.json" with { type: "json" };
import yearsJa from "./messages/ja/years.json" with { type: "json" };

const japanese = {
  ...commonJa,
  about: aboutJa,
  public: { ...publicJa, figures: figuresJa, items: itemsJa, standing: standingJa },
  search: searchJa,
  staff: staffJa,
  writing: writingJa,
  autosave: autosaveJa,
  rounds: roundsJa,
  deciding: decidingJa,
  history: historyJa,
  notices: noticesJa,
  people: peopleJa,
  plan: planJa,
  following: followingJa,
  formulation: formulationJa,
  years: yearsJa,
  takingBack: takingBackJa,
  questions: questionsJa,
};

/** The Japanese words are the measure: a word that is missing in another language is a type error. */
export type Messages = typeof japanese;

export const MESSAGES: Record<Language, Messages> = {
  ja: japanese,
  en: {
    ...commonEn,
    about: aboutEn,
    public: { ...publicEn, figures: figuresEn, items: itemsEn, standing: standingEn },
    search: searchEn,
    staff: staffEn,
    writing: writingEn,
    autosave: autosaveEn,
    rounds: roundsEn,
    deciding: decidingEn,
    history: historyEn,
    notices: noticesEn,
    people: peopleEn,
    plan: planEn,
    following: followingEn,
    formulation: formulationEn,
    years: yearsEn,
    takingBack: takingBackEn,
    questions: questionsEn,
  },
};
