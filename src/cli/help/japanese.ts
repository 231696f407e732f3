// Knows the Japanese words of every command's help. At most one screen a command. Data only.

import { examples, start, type Help } from './help.ts';

export const japanese: Help = {
  description:
    'Power Apps / Dynamics 365のポータルから届くはずのメールが、なぜ届かないのかを調べます。環境の設定を書き写したYAMLファイル(設定ファイル)をもとに判定します。',
  titles: {
    'Usage:': '使い方:',
    'Arguments:': '引数:',
    'Options:': 'オプション:',
    'Global Options:': '共通:',
    'Commands:': 'コマンド:',
    examples: '例:',
    exitCodes: '終了コード:',
  },
  exitCodes: [
    ['0', 'メールを止めるものはない'],
    ['1', '--fail-on 以上の指摘がある'],
    ['2', '設定ファイルや使い方の誤り、または出力の欠け'],
    ['3', '判定できない'],
    ['130', '中断'],
  ],
  global: {
    workspace: 'mailcheck.yaml、またはそのフォルダー',
    lang: '表示する言語(既定: ロケール)',
    color: '色: auto(既定)、always、never',
    version: 'バージョンを表示する',
    help: 'このヘルプを表示する',
  },
  examples: start,
  commands: {
    diagnose: {
      summary: '1通のメールが届かない原因と、誰がどう直すかを調べる',
      description:
        '1通のメールを最初に止めているもの、その根拠、対処の手順と担当者を示します。メールは送りません。端末でメールの種類を省くと、順に質問します。',
      words: {
        message: 'email-confirmation、two-factor-code、password-reset、invitation、guest-passcode のいずれか',
        to: 'メールを待っている取引先担当者またはゲスト(アドレス、ID、名前)',
        workflow: 'そのほかのプロセス(名前または一意の名前)',
        since: '要求した時刻: 10m(10分前)、2h、3d、14:30、2026-11-25',
        link: 'ゲストが開くアドレス(使えるリンクか確認する)',
        site: 'ポータル(複数ある場合)',
        depth: 'どこまで実際に接続するか: records(既定、接続しない)、connect、login',
        offline: '--depth にかかわらず接続しない',
        alternatives: '失敗しても、同じホストのほかのポートを調べない',
        'dry-run': '接続先を表示して終わる',
        'save-evidence': 'サーバーの応答を保存する(後で --evidence に使う)',
        evidence: '保存した応答で判定する(接続しない)',
        'fail-on': '終了コード1の下限: error(既定)、warning、information',
        format: 'human(既定)、json、junit、sarif、github、markdown のいずれか',
        output: '形式=ファイル(複数可、フォルダーも作成)',
        verbose: 'サーバーとのやり取りも表示する(秘密は伏せる)',
        'ca-file': 'このファイル(PEM形式)の認証局も信頼する',
      },
      examples: examples.diagnose,
    },
    check: {
      summary: 'すべての設定ファイルを点検する(接続しない)',
      description:
        '接続せずにすべての設定ファイルを点検し、指摘をファイル名・行・桁とともに示します。未記入のTODOも一覧にします(終了コード3)。CIでプルリクエストごとに実行できます。',
      words: {
        'fail-on': '終了コード1の下限: error(既定)、warning、information',
        format: 'human(既定)、json、junit、sarif、github、markdown のいずれか',
        output: '形式=ファイル(複数可、フォルダーも作成)',
        verbose: 'すべての指摘に理由と手順を付ける',
      },
      examples: examples.check,
    },
    'test-mailbox': {
      summary: '実際のサーバーにログインし、自分宛てに送って着信を待ち、結果を記録する',
      description:
        '「メールボックスのテストと有効化」と同じことを試します。先に前提条件を確かめ、受信と送信を並行して試し、結果を設定ファイルに書きます。サーバー プロファイルの問題は1回にまとめます。自分が送ったメール以外には触れません。',
      words: {
        addresses: 'メールボックス(アドレスまたはID)',
        all: 'アクティブなメールボックスすべて',
        profile: 'このサーバー プロファイルのアクティブなメールボックスすべて',
        approve: '先に設定ファイルで承認する',
        send: 'ログインだけを試し、送信しない',
        save: '設定ファイルに書かない',
        alternatives: '失敗しても、同じホストのほかのポートを調べない',
        'dry-run': '接続先と書き込む内容を表示して終わる',
        timeout: '1回の接続の制限時間(秒、既定: 30)',
        'arrival-timeout': '着信を待つ時間(秒、既定: 60)',
        concurrency: '同時接続数(既定: 20)',
        'ca-file': 'このファイル(PEM形式)の認証局も信頼する',
        verbose: 'サーバーとのやり取りも表示する(秘密は伏せる)',
        format: 'human(既定)、json、junit、sarif、github、markdown のいずれか',
        output: '形式=ファイル(複数可、フォルダーも作成)',
        'save-evidence': 'サーバーの応答を保存する',
        'fail-on': '終了コード1の下限: error(既定)、warning、information',
      },
      examples: examples['test-mailbox'],
    },
    approve: {
      summary: 'メールボックスの承認を設定ファイルに記録する',
      description:
        '設定ファイルの承認状態を「承認済み」にし、変更した点を示します。実際の環境では、表示される手順に従ってPower Platform 管理センターで承認します。',
      words: {
        addresses: 'メールボックス(アドレスまたはID)',
        'dry-run': '書き込む内容を表示して終わる',
      },
      examples: examples.approve,
    },
    login: {
      summary: 'OAuthのメールボックスのためにサインインし、更新トークンを保存',
      description:
        'OAuthのプロファイルを使うメールボックスのために、MicrosoftまたはGoogleのサインインを開きます(または、別の端末で入力するコードを表示します)。' +
        '更新トークンは、設定ファイルの oauthRefreshToken が示す場所に保存します。なければシステムのキーリング、使えないときはワークスペース外の本人専用ファイルに保存し、' +
        'その場所を設定ファイルに書きます。トークンは表示しません。別のアカウントのものは保存しません。',
      words: {
        mailbox: 'メールボックス(アドレスかID)',
        'device-code': '別の端末で入力するコードを表示(Microsoft)',
        browser: 'アドレスを表示するだけで、ブラウザーを開かない',
        timeout: 'サインインを待つ秒数(既定: 300)',
        'ca-file': 'このファイルの認証局(PEM)も信頼する',
        'dry-run': '何をするかを表示して終わる',
      },
      examples: examples.login,
    },
    'apply-defaults': {
      summary: '環境の既定の電子メール設定をメールボックスの記録に適用する',
      description:
        '設定ファイルのメールボックスのサーバー プロファイルと同期方法を、環境の既定に合わせ、変更した点を示します(「既定の電子メール設定を適用する」に相当)。既定が自動的に適用されるのは、新しく作成したユーザーとキューだけです。実際の環境では、表示される手順に従ってPower Platform 管理センターで適用します。適用したメールボックスはテストし直す必要があります。',
      words: {
        addresses: 'メールボックス(アドレスまたはID)',
        all: 'アクティブなメールボックスすべて(転送メールボックスを除く)',
        'dry-run': '変更前と変更後の値を表示して終わる',
      },
      examples: examples['apply-defaults'],
    },
    sender: {
      summary: 'プロセスの差出人をたどる',
      description:
        'プロセスの「差出人」から実際に送信するメールボックスまでを、設定ファイルの行とともにたどり、送信できるかどうかとその理由を示します。',
      words: {
        process: 'プロセスの名前、一意の名前、ID',
        for: 'プロセスの対象になる取引先担当者(アドレス、ID、名前)',
        format: '出力の形式(human は人向け、json はプログラム向け。既定: human)',
      },
      examples: examples.sender,
    },
    'site-settings': {
      summary: '有効なサイト設定と、その値になっている理由を一覧にする',
      description:
        'サインインと登録に関するポータルの設定について、有効な値とその理由(記録された場所、既定値、非アクティブ、読み取れない値、環境変数)、設定の意味、メールへの影響を示します。' +
        '名前を省くと、メールに関わる設定と、記録されているすべての設定を表示します。メールに関わる設定の値が設定ファイルからわからない場合は終了コード3になります。接続しません。',
      words: {
        names: '設定の名前(最後の「/」より後ろだけでもよい)',
        site: 'ポータル(既定: 記録されているすべて)',
        all: '既知の設定をすべて表示する',
        format: '出力の形式(human は人向け、json はプログラム向け。既定: human)',
      },
      examples: examples['site-settings'],
    },
    probe: {
      summary: 'メールサーバーの対応機能や証明書などを表示する(設定ファイル不要)',
      description:
        'サーバーだけを調べます: 最初の応答、TLS、証明書とそのチェーン、対応機能、ログイン方法、サイズの上限、所要時間。' +
        '使えるスキーム: smtp、imap、pop3(STARTTLS。465、993、995番は最初からTLS)、smtps、imaps、pop3s、https(Exchange。' +
        'パスを省くと /EWS/Exchange.asmx)。ログインは --user を指定したときだけ行い、メールは送りません。設定ファイルは読み書きしません。',
      words: {
        urls: 'サーバー(例: smtp://ホスト:587)',
        tls: '最初からTLS、STARTTLS、TLSなし(URLで決まらない場合)',
        user: 'このユーザーでログインする',
        'password-env': 'パスワードの入った環境変数',
        'password-file': 'パスワードの入ったファイル',
        timeout: '1回の接続の制限時間(秒、既定: 30)',
        'ca-file': 'このファイル(PEM形式)の認証局も信頼する',
        format: '人向け(human、既定)かプログラム向け(json)',
        verbose: '理由とサーバーとのやり取りも表示する(秘密は伏せる)',
      },
      examples: examples.probe,
    },
    explain: {
      summary: 'コードや貼り付けた応答の意味を表示する(省くとコードの一覧)',
      description:
        '指摘がなぜメールを止めるのか、警告、サーバーの応答、ライブラリのエラーが何を意味するのか、誰が直せるのかを示します。',
      words: {
        code: 'MCと3桁の数字(例: MC201)、警告の文面かコード(例: 0x8005E201)、またはサーバーの応答(- を指定すると標準入力から読む)',
        all: 'すべてのルールの例、手順、根拠をまとめて表示する',
        format: '一括表示の形式(markdown)',
      },
      examples: examples.explain,
    },
    init: {
      summary: 'コメント付きのひな形を書き出す',
      description:
        'mailcheck.yaml と、TODOの入った設定ファイルを書き出します。既存のファイルには触れません。',
      words: { directory: '書き出すフォルダー(既定: 現在のフォルダー)' },
      examples: examples.init,
    },
    demo: {
      summary: '架空の環境とサーバーで一部始終を試す(準備もネットワークも不要)',
      description:
        '架空の環境と、このマシンの中だけで動くメールサーバーで、届かない確認メールの原因を調べて直すまでを実演します。',
      words: { keep: '試した設定ファイルをこのフォルダーに残す' },
      examples: examples.demo,
    },
  },
};
