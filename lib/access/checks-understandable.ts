import { checkedOn, type ManualCheck } from "./manual-check.ts";

const checked = checkedOn("2026-11-26");

/** Principles 3 and 4: what is there can be understood, by people and by the software that reads to them. */
export const UNDERSTANDABLE: readonly ManualCheck[] = [
  checked(
    "3.1.1",
    "confirmed",
    "日英31ページずつで、html要素のlangがページの言語と一致した。「見つかりません」のページの言語は、スクリプトが動いてから付く(スクリプトなしでは本文も表示されない)。",
    "On the 31 pages in both languages, the lang of the html element is the page's language. A missing page has it once its script runs; without script it shows nothing.",
  ),
  checked(
    "3.1.2",
    "confirmed",
    "英語の31ページで、日本語の文字を含むすべての文字列のlangを調べた。指標の値(11地区など)、引用の文、検索語、出典、金額の差が直っていなかったため直した。残るのは、コピー用のHTMLと、題名・属性のように印を付けられないものだけである。",
    "On the 31 English pages the lang of every text with Japanese characters was looked at. Figures of indicators (such as 11地区), citations, what was searched for, sources and amounts in comparisons were wrong and were mended. What is left is HTML to copy, and titles and attributes, in which no language can be marked.",
  ),
  checked(
    "3.2.1",
    "confirmed",
    "31ページでTabで進むあいだ、アドレスも表示も変わらなかった。フォーカスで動くスクリプトはない。",
    "While Tab went through the 31 pages, neither address nor page changed. No script acts on focus.",
  ),
  checked(
    "3.2.2",
    "confirmed",
    "31ページのすべての選択肢・チェックボックスを切り替え、入力欄に文字を入れた。送信も移動もフォーカスの移動も起きなかった。",
    "Every choice and checkbox of the 31 pages was changed and every box typed into: nothing was sent, no page opened, the focus stayed.",
  ),
  checked(
    "3.2.3",
    "confirmed",
    "31ページの上部と下部のリンクを並べて比べた。順はどのページでも同じである。自身に検索欄のあるページ(一覧、検索)では上部の検索欄を省き、埋め込み用のカードにはどちらもない。",
    "The links at the head and foot of the 31 pages were set side by side: their order is the same everywhere. Pages with a search of their own leave out the one at the head; cards to embed have neither.",
  ),
  checked(
    "3.2.4",
    "confirmed",
    "同じ行き先のリンクの名前と、同じ形の印に添えた言葉を31ページで集めて比べた。同じ働きのものは同じ名で呼ばれている。",
    "The names of links to one place, and the words beside one sign, were gathered from the 31 pages and compared: what does the same is called the same.",
  ),
  checked(
    "3.3.1",
    "confirmed",
    "質問の空の送信と5,000字の送信、検索の長すぎる言葉・多すぎる言葉・数字でない予算・逆の上下限、ない版の比較、ない日付(2月31日)を、日英で試した。質問はスクリプトなしでも試した。どれも何が誤りかを文で示し、誤りの欄に印と説明が付く。予算の欄に説明がなかったことを直した。",
    "Tried in both languages: a question left empty and one of 5,000 characters (without script too); a search for too long or too many words, for a budget that is no number and for ends the wrong way round; comparing an edition that does not exist; the 31st of February. Each says in words what is wrong, and the box concerned is marked and described. The boxes for budgets were not, and were mended.",
  ),
  checked(
    "3.3.2",
    "confirmed",
    "公開ページの入力欄(検索、一覧の絞り込み、予算、日付、版の比較、質問)のすべてに、見えるラベルか説明がある。上部の検索欄のラベルは読み上げだけで、隣のボタン「検索」が見える。字数の上限と書いてはいけないことは、欄の前に示されている。",
    "Every box on public pages (search, filters, budgets, dates, editions, questions) has a visible label or instruction. The label of the search at the head is for those who hear it; the button beside it can be seen. How long a text may be, and what not to write, is said before the box.",
  ),
  checked(
    "3.3.3",
    "confirmed",
    "3.3.1で試した誤りのそれぞれに、直し方(上限の字数と今の字数、入力の例、選べる版の範囲、実在する日付)が示される。入力した文字はそのまま残る。",
    "Each of the errors tried for 3.3.1 comes with how to mend it: the limit and the present length, an example, the editions that there are, a day that exists. What was typed stays.",
  ),
  checked(
    "3.3.4",
    "notApplicable",
    "公開ページには、法的な約束、金融取引、利用者のデータの変更・削除、試験の解答の送信がない。",
    "Public pages make no legal commitment, move no money, change or delete no data of users and take no test answers.",
  ),
  checked(
    "4.1.1",
    "confirmed",
    "日英31ページずつのHTMLを構文解析器と検査の道具で読んだ。構文の誤り、重複した属性、重複したid、誤った入れ子はない。処理が遅いときに題名が本文に入ることがあったのを直した。",
    "The HTML of the 31 pages in both languages was read by a parser and a validator: no syntax errors, no duplicate attributes or ids, nothing nested wrongly. On a slow machine a title could come to lie in the body, which was mended.",
  ),
  checked(
    "4.1.2",
    "confirmed",
    "日英31ページずつのアクセシビリティツリーで、リンク・ボタン・入力欄・選択肢・チェックボックス・折りたたみ・表・画像のすべてに名前と役割があり、誤りの欄と開閉の状態が伝わることを確かめた。実際のスクリーンリーダーでは試していない。",
    "In the accessibility tree of the 31 pages in both languages, every link, button, box, choice, checkbox, disclosure, table and picture has a name and a role, and errors and what is open are told. It was not tried with a real screen reader.",
  ),
];
