import { checkedOn, type ManualCheck } from "./manual-check.ts";

const checked = checkedOn("2026-11-26");

const noMedia = (criterion: string) =>
  checked(
    criterion,
    "notApplicable",
    "公開ページの部品に音声・映像を置くものがないことを、ソースコードで確かめた。表示した31ページにもなかった。",
    "The source has no part that puts sound or video on a public page, and none of the 31 pages that were opened has any.",
  );

/** Principle 1: what is there can be perceived. */
export const PERCEIVABLE: readonly ManualCheck[] = [
  checked(
    "1.1.1",
    "confirmed",
    "31ページのすべての画像を数えた。img要素はなく、図(SVG)はどれも支援技術から隠され、同じ数字が文と表にある。隠されていない画像は、サイトの名称、二次元コード、注意の印、条件を外す印で、それぞれに名前がある。",
    "Every picture on the 31 pages was counted. There is no img element; the figures (SVG) are hidden from assistive technology and a sentence and a table have the same numbers. What is not hidden (the site's name, the two-dimensional code, the sign for attention, the sign that removes a filter) has a name.",
  ),
  ...["1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5"].map(noMedia),
  checked(
    "1.3.1",
    "confirmed",
    "31ページで、見出しの段階が飛ばないこと、h1が一つであること、すべての表に題と見出しのセル(scope付き)があること、行ごとに行見出しがあること、空のセルがないこと、入力欄のラベルとまとまり(fieldset)、idの参照先を確かめた。市の一覧・運営方針・取組は、折りたたみを開いて構造を通して読んだ。",
    "On the 31 pages: headings skip no level and there is one h1; every table has a caption and header cells with a scope, every row a header, no cell is empty; controls have labels and groups, and ids that are referred to exist. The list of the city, a policy and an initiative were read through by their structure with everything unfolded.",
  ),
  checked(
    "1.3.2",
    "confirmed",
    "31ページを、見た目によらないHTMLの順(アクセシビリティツリーの文字列)で日英とも読んだ。金額と「決算」がつながって読まれるなどの箇所を直した。並べ方を変えているのは、狭い幅で棒の後に金額が来る箇所だけで、意味は変わらない。",
    "The 31 pages were read in both languages in the order of their HTML, as a text of the accessibility tree. Words that ran into each other, such as an amount and “spent”, were mended. The one place that is drawn in another order, a bar and its amount on a narrow screen, means the same.",
  ),
  checked(
    "1.3.3",
    "confirmed",
    "公開ページの文言のファイルで、色・形・位置を表す言葉を探した。位置の言葉(上部、下)は並び順と同じ意味で使われ、棒の濃淡の説明には太さの説明と表がある。組織が書いた文章は対象にしていない。",
    "The words of the public pages were searched for colours, shapes and places. What is said of places (at the top, below) holds for the order of reading too; light and dark bands are told apart by breadth as well and have a table. Texts that organisations write were not looked at.",
  ),
  checked(
    "1.4.1",
    "confirmed",
    "9種類のページを白黒(彩度0)で表示して見た。評価・公開状況は地紋と言葉、指標の実績と目標は形、変更前後は下線と取り消し線、検索語は下線と太字、リンクは下線で区別できる。",
    "Nine kinds of pages were looked at without colour. Grades and states are told by grounds and words, measurements and targets by shapes, changes by underline and strike-through, what was searched for by underline and bold letters, links by their underline.",
  ),
  noMedia("1.4.2"),
  checked(
    "1.4.3",
    "confirmed",
    "31ページの折りたたみをすべて開き、文字のコントラストを測った。最小は4.53:1で、不足はなかった。道具が判定しない図の中の文字(5.74:1以上)は計算で、①などの記号と横に動く表の文字は白い地の値で確かめた。横に動く表の端では、動かせるあいだだけ、切れている文字に影がかかる。",
    "The contrast of text was measured on the 31 pages with everything unfolded: the least is 4.53:1, and none is too low. What the tool leaves open was worked out: text in figures (5.74:1 and more), signs such as ① and text in tables that scroll, on their white ground. At the edge of such a table a shadow lies over what is cut off there, as long as there is more to scroll to.",
  ),
  checked(
    "1.4.4",
    "confirmed",
    "既定の文字の大きさを32ピクセル(200%)にした表示と、幅640ピクセル(200%の拡大)の表示で31ページを調べた。切れる文字、重なる文字、横へのはみ出しはない。市の一覧で文章が切れていた箇所を直した。埋め込み用のカードは、枠に合わせて文章を切り、全文のページへのリンクを置いている。",
    "The 31 pages were looked at with a default text size of 32 pixels (200%) and at a width of 640 pixels (200% zoom): no text is cut, lies over other text or runs out sideways. Texts that were cut in the list of the city were mended. The cards to embed cut texts to fit their frame and link to the page that has them whole.",
  ),
  checked(
    "1.4.5",
    "confirmed",
    "31ページの画像と背景画像をすべて調べた。文字の画像は名称の図(ロゴ)だけで、図の中の文字は文字のままである。",
    "Every picture and background of the 31 pages was looked at. The only picture of text is the wordmark; the words in figures are text.",
  ),
];
