import { checkedOn, type ManualCheck } from "./manual-check.ts";

const checked = checkedOn("2026-11-26");

/** Principle 2: what is there can be used. */
export const OPERABLE: readonly ManualCheck[] = [
  checked(
    "2.1.1",
    "confirmed",
    "31ページをTabキーで端から端まで進み、押せるもの・入力できるもののすべてに届くことを確かめた。横に動く表にも届く。日付で版を開く欄、版の比較、質問の送信は、キーボードだけの操作に使う要素(ボタン、選択肢、入力欄)でできている。",
    "On the 31 pages Tab reaches everything that can be pressed or filled in, from one end to the other, and tables that scroll. Opening an edition by its day, comparing editions and sending a question are made of plain buttons, choices and boxes.",
  ),
  checked(
    "2.1.2",
    "confirmed",
    "31ページで、TabでもShift+Tabでも最後まで進み、同じ順で戻り、ページの外へ出られた。",
    "On the 31 pages both Tab and Shift+Tab go all the way, in the same order, and leave the page at its end.",
  ),
  checked(
    "2.2.1",
    "confirmed",
    "制限時間があるのは質問の送信だけで、開いてから24時間である(20時間を超えるため例外に当たる)。過ぎても文は消えず、もう一度押せば送れる。2時間だったものを延ばした。",
    "Only the form for questions has a limit: it is good for 24 hours, and 20 are the exception that the criterion makes. After it the text is still there and goes with another press. It was two hours before.",
  ),
  checked(
    "2.2.2",
    "notApplicable",
    "公開ページに自動で動くもの、自動で更新されるものがないことを、ソースコードで確かめた。",
    "Nothing on a public page moves or updates by itself, by its source.",
  ),
  checked(
    "2.3.1",
    "confirmed",
    "閃光を放つもの、点滅するものがないことを、ソースコードで確かめた。",
    "Nothing flashes or blinks, by the source.",
  ),
  checked(
    "2.4.1",
    "confirmed",
    "最初のTabで「本文へ移動」が現れ、押すと本文に移る。見出しとランドマーク(header・main・nav・footer)でも飛ばせる。埋め込み用のカードには繰り返しの部分がない。言語のわからないアドレスの「見つかりません」のページには移動のリンクがなく、見出しとmainで飛ばせる。",
    "The first Tab shows “Skip to content”, which leads to the content; headings and landmarks (header, main, nav, footer) do as well. Cards to embed repeat nothing. The page of an address without a language that does not exist has no such link, but a heading and main.",
  ),
  checked(
    "2.4.2",
    "confirmed",
    "日英31ページずつの題名を読んだ。内容と所属する運営方針がわかり、ページごとに異なる。「ページが見つかりません」に題名がなかったこと、項目への質問のページの題名が同じだったことを直した。",
    "The titles of the 31 pages in both languages were read: each says what the page is and which policy it belongs to, and they differ. A missing page had no title of its own, and the pages for asking about items had all the same: both were mended.",
  ),
  checked(
    "2.4.3",
    "confirmed",
    "31ページ(幅1280ピクセル)と6ページ(幅375ピクセル)でフォーカスの順を記録した。HTMLの順のとおりで、正のtabindexはない。送信に誤りがあると、誤りの一覧にフォーカスが移る。長いページの「このページの内容」は、広い画面では本文の後に来る。",
    "The order of focus was noted on 31 pages (1280 pixels wide) and 6 (375 pixels): it is that of the HTML, without positive tabindex. When what was sent has errors, the focus goes to their list. On a wide screen “On this page” comes after the content.",
  ),
  checked(
    "2.4.4",
    "confirmed",
    "同じ言葉で行き先の異なるリンクを31ページで探した。検索結果・年度ごとの推移の同じ名のリンクは、同じ項目の中の年度・所属、または見出しでわかる。フィードへのリンクには何のフィードかを示す名前がある。",
    "Links of the same words with other aims were looked for on the 31 pages. In search results and among the years of an item, the year and organisation in the same list item, or its heading, tell them apart. Links to feeds are named by what they follow.",
  ),
  checked(
    "2.4.5",
    "confirmed",
    "方針・項目・履歴のページには、一覧からのリンク、検索、関連する項目からのリンクで着ける。説明のページには、全ページの下部のリンクと「サイトについて」から着ける。試験結果のページへはアクセシビリティ方針と、検索エンジン向けの一覧(sitemap.xml)から着ける。",
    "Policies, items and histories are reached by the lists, by the search and by links between them; the statements by the foot of every page and by “About this site”; the test results by the accessibility policy and by sitemap.xml.",
  ),
  checked(
    "2.4.6",
    "confirmed",
    "31ページの見出しとラベルをすべて読んだ。折りたたみの名前「計画の内容」「自己評価」が項目ごとに同じだったため、どの項目のものかを読み上げに加えた。",
    "All headings and labels of the 31 pages were read. What can be unfolded was called “The plan in full” or “Self-evaluation” for every item alike; which item it is of is now said to who hears it.",
  ),
  checked(
    "2.4.7",
    "confirmed",
    "31ページのすべての停止位置で、4ピクセル以上の実線の輪郭が画面の中に見え、ほかの部品に隠れないことを、計算された表示と位置で確かめた。埋め込み用のカードの題名では、輪郭の外側の一部が枠で切れる。",
    "At every stop on the 31 pages a solid outline of 4 pixels or more is in view and under nothing else, by computed style and place. At the title of a card to embed a part of the outline is cut by the frame.",
  ),
];
