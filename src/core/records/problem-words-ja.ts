// Knows the Japanese sentences for what can be wrong with what was typed. Not the place; never the value of a secret field.

import { allowedKeys } from './allowed-keys.ts';
import type { Trouble } from './problem.ts';
import { whereText } from './where.ts';

const shapes = {
  nothing: '空',
  text: '文字列',
  number: '数値',
  boolean: 'true/false',
  list: 'リスト',
  mapping: 'マッピング(キー: 値)',
} as const;

export function japaneseProblemWords(trouble: Trouble): string {
  switch (trouble.is) {
    case 'unreadable':
      return unreadable[trouble.because](trouble.code);
    case 'too-large':
      return `ファイルの大きさが${size(trouble.bytes)}あります。読み込むのは${size(trouble.limit)}までです。分割するか、件数が多い場合は1行1件の .jsonl にしてください。`;
    case 'line-too-long':
      return `この行は${size(trouble.limit)}を超えているため読み込みませんでした。1行に1件を書いてください。`;
    case 'not-utf8':
      return 'UTF-8のファイルではありません。文字コードをUTF-8にして保存し直してください。';
    case 'too-deep':
      return `入れ子が${trouble.limit}段を超えています。レコードの形ではないため読み込みませんでした。`;
    case 'too-many-files':
      return `include: に当てはまるファイルが${trouble.limit}個を超えています。対象を絞るか、.jsonl にまとめてください。`;
    case 'no-workspace':
      return `${trouble.looked} とその上のフォルダーに mailcheck.yaml がありません。mailcheck init でひな形を作成するか、--workspace で場所を指定してください。`;
    case 'include-finds-nothing':
      return `「${trouble.pattern}」に当てはまるファイルがありません。対象は .yaml .yml .json .jsonl です。パターンを直すか、行を消してください。`;
    case 'include-outside':
      return `「${trouble.pattern}」は mailcheck.yaml のフォルダーの外を指しています。読み込むのは同じフォルダーとその下だけです。`;
    case 'syntax':
      return (trouble.format === 'yaml' ? yamlSyntax[trouble.code] : undefined) ?? syntaxOf(trouble.format);
    case 'written-twice':
      return '同じキーがすでに上に書かれています。どちらかを消してください。';
    case 'alias-bomb':
      return 'エイリアス(*名前)の繰り返しが多すぎます。値を直接書いてください。';
    case 'not-a-mapping':
      return `ファイルの中身が${shapes[trouble.got]}です。「mailboxes:」のような種類ごとに、その下へ「- emailAddress: …」の形で書いてください。`;
    case 'unknown-kind':
      return `「${trouble.shown}」という種類はありません。${meant(trouble.meant)}使えるもの: ${list(trouble.allowed)}`;
    case 'not-a-list':
      return `「${trouble.kind}:」の中身が${shapes[trouble.got]}です。各レコードを「- 」で始めるリストにしてください。`;
    case 'not-a-record':
      return `ここは${shapes[trouble.got]}です。「${trouble.kind}:」の各要素は「キー: 値」の形で書いてください。`;
    case 'row-without-kind':
      return '1行に1件を、種類を付けて {"kind": "mailboxes", "emailAddress": "…"} のように書いてください。';
    case 'unknown-key':
      return `「${trouble.shown}」というキーはありません。${meant(trouble.meant) || allowedKeys(trouble, 'ja')}`;
    case 'merge-key':
      return 'マージ キー(「<<」)は読み取りません。キーを1つずつ書いてください。';
    case 'given-twice':
      return `${list(trouble.typed)} は同じ項目です。1つだけ残してください。`;
    case 'missing':
      return `「${trouble.key}」がありません。「${trouble.key}: …」を追加してください。`;
    case 'no-identity':
      return `どのレコードかわかりません。${trouble.keys.map((key) => `「${key}: …」`).join('か')}を追加してください。`;
    case 'nothing-written':
      return `「${trouble.key}:」の後に値がありません。値を書くか、行を消してください。`;
    case 'integer-for-word':
      return trouble.quoted
        ? `引用符で囲み、${trouble.key}: "${trouble.word}" と書いてください。`
        : `ここでの ${trouble.shown} は ${trouble.word} です。${trouble.key}: ${trouble.word} と書いてください。`;
    case 'wrong-word':
      return `「${trouble.shown}」は使えません。${meant(trouble.meant)}使えるもの: ${list(trouble.allowed)}`;
    case 'not-true-or-false':
      return `「${trouble.shown}」は true でも false でもありません。${
        trouble.meant === undefined
          ? `${trouble.key}: true または ${trouble.key}: false`
          : `${trouble.key}: ${trouble.meant}`
      } と書いてください。`;
    case 'not-a-whole-number':
      return `「${trouble.shown}」は整数ではありません。${
        trouble.meant === undefined
          ? '引用符なしの数字だけを'
          : `引用符なしで ${trouble.key}: ${trouble.meant} と`
      }書いてください。`;
    case 'out-of-range':
      return `${trouble.shown} は範囲外です。${trouble.minimum}~${trouble.maximum} の値にしてください。`;
    case 'not-a-moment':
      return `「${trouble.shown}」は時差付きの日時ではありません。${trouble.key}: ${
        trouble.meant ?? '2026-11-20T09:00:00Z'
      } のように書いてください(Z はUTC。日本時間なら Z の代わりに +09:00)。`;
    case 'not-text':
      return `ここは${shapes[trouble.got]}ですが、文字列が必要です。${
        trouble.meant === undefined
          ? '文字列を書いてください。'
          : `${trouble.key}: "${trouble.meant}" と書いてください。`
      }`;
    case 'too-long':
      return `長すぎます。プラットフォームの列に入るのは${trouble.maximum}文字までです。`;
    case 'empty-text':
      return '値が空です。値を書くか、行を消してください。';
    case 'wrong-shape':
      return `ここは${shapes[trouble.got]}ですが、${shapes[trouble.expected]}が必要です。`;
    case 'literal-secret':
      return `パスワードなどの秘密の値は、設定ファイルに直接書けません。${secretWays(trouble.key)}変更履歴に残っているおそれがあるため、値そのものも変更してください。`;
    case 'wrong-secret-reference':
      return `秘密の値の保管場所として読めません。${secretWays(trouble.key)}`;
    case 'wrong-from':
      return `${trouble.field === 'to' ? '宛先' : '差出人'}には ${list(trouble.words)} のどれか、または { user: … }、{ queue: … }、{ team: … }、{ contact: … }、{ field: … } のどれかを書いてください。${meant(trouble.meant)}`;
    case 'unknown-preset':
      return `「${trouble.shown}」というプリセットはありません。${meant(trouble.meant)}使えるもの: ${list(trouble.allowed)}`;
    case 'invalid':
      return 'この値はここでは使えません。';
    case 'unknown-code':
      return `「${trouble.shown}」というルールはありません。${meant(trouble.meant)}mailcheck explain で一覧を表示できます。`;
    case 'retired-code':
      return `${trouble.code} は現在使われていません。この行を消してください。${trouble.what}`;
    case 'severity-fixed':
      return `${trouble.code} は、送るべきメールがないことを示すものです。重大度は変えられないため、この行を消してください。`;
    case 'wrong-rule-setting':
      return `${trouble.code}: { severity: warning, reason: "…" } の形で書いてください。severityに書けるもの: error, warning, information, off`;
    case 'reason-missing':
      return '理由がありません。レポートに毎回表示されるので、あとで読む人にもわかる言葉で reason: "…" を追加してください。';
    case 'duplicate-id':
      return trouble.ownId
        ? `id「${trouble.shown}」は ${whereText(trouble.first)}(${trouble.firstKind})ですでに使われています。id は、users、queues、teams の全体で、ほかの種類ではその種類の中で一意にしてください。`
        : `「${trouble.shown}」と呼ばれるレコードがすでに ${whereText(trouble.first)}(${trouble.firstKind})にあります。それぞれに「id: …」を付けるか、どちらかを消してください。`;
    case 'dangling':
      return `「${trouble.shown}」は ${list(trouble.kinds)} にありません。${meant(trouble.meant)}id、メールアドレス、名前のどれかで指定するか、そのレコードを追加してください。`;
    case 'ambiguous':
      return `「${trouble.shown}」に当てはまるレコードが${trouble.candidates.length}件あります。次の id で指定してください: ${list(
        trouble.candidates.map(
          (candidate) => `"${candidate.id}"(${candidate.kind}、${whereText(candidate.where)})`,
        ),
      )}`;
    case 'several-environments':
      return `環境はすでに ${whereText(trouble.first)} に書かれています。1つのワークスペースに書ける環境は1つです。もう一方は別のフォルダーに分けてください。`;
    case 'more':
      break;
  }
  return `ほかに${trouble.count}件の問題があります。まず上の問題を直してください。`;
}

const unreadable: Record<Extract<Trouble, { is: 'unreadable' }>['because'], (code: string) => string> = {
  missing: () => 'ファイルがありません。',
  forbidden: () => '読み取りの権限がありません。このユーザーに読み取りを許可してください。',
  folder: () => 'フォルダーです。ファイルを指定してください。',
  special: () => '通常のファイルではありません。',
  failed: (code) => `ファイルを読み込めませんでした(${code})。`,
};

const yamlSyntax: Record<string, string> = {
  TAB_AS_INDENT: 'タブで字下げしています。YAMLの字下げは半角スペースだけです。',
  BAD_INDENT: '字下げがそろっていません。同じレコードのキーは同じ桁から、半角スペースで書いてください。',
  TAG_RESOLVE_FAILED: '「!」で始まる値はタグとして扱われます。値の一部なら引用符で囲んでください。',
  UNRESOLVED_ALIAS: '「*」で始まる値はエイリアスとして扱われます。値の一部なら引用符で囲んでください。',
  BAD_ALIAS: '「&」や「*」で始まる値はアンカーやエイリアスとして扱われます。引用符で囲んでください。',
  BAD_SCALAR_START: 'YAMLの予約文字(@ ` %)で始まる値です。引用符で囲んでください。',
  MISSING_CHAR: 'この手前で「: 」、カンマ、引用符、括弧のどれかが抜けているか、この行の字下げが違います。',
  MULTILINE_IMPLICIT_KEY: 'キーが複数行にまたがっています。「:」か引用符が抜けていないか確認してください。',
  BLOCK_AS_IMPLICIT_KEY: '1行に「キー: 値」が2つあるか、字下げが違います。1行に1つ書いてください。',
  BLOCK_IN_FLOW: '{ } や [ ] の中にブロックがあります。先に括弧を閉じてください。',
  UNEXPECTED_TOKEN:
    '予期しない文字があります。: # { } [ ] , & * ! | > @ ` を含む値は引用符で囲んでください。',
  BAD_DQ_ESCAPE:
    '二重引用符の中の「\\」はエスケープになります。そのまま書くときは一重引用符を使ってください。',
  MULTIPLE_DOCS: '1つのファイルに複数の文書があります。「---」の行を消すか、ファイルを分けてください。',
};

function syntaxOf(format: 'yaml' | 'json'): string {
  return format === 'json'
    ? 'ここから先がJSONとして読めません。カンマ、引用符、括弧の過不足を確認してください(JSONにコメントは書けません)。'
    : 'ここがYAMLとして読めません。字下げ、引用符、「:」の後のスペースを確認してください。';
}

function secretWays(key: string): string {
  return `環境変数なら ${key}: { env: NAME }、ファイルなら ${key}: { file: パス }、キーリングなら ${key}: { keyring: 名前 }、コマンドなら ${key}: { command: [プログラム, 引数] } と書いてください。`;
}

function meant(word: string | undefined): string {
  return word === undefined ? '' : `「${word}」ではありませんか。`;
}

function list(words: readonly string[]): string {
  return words.join(', ');
}

function size(bytes: number): string {
  return bytes >= 1_048_576
    ? `${Math.ceil((bytes / 1_048_576) * 10) / 10} MiB`
    : `${Math.round(bytes / 1024)} KiB`;
}
