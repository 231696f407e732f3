// Knows how Gmail refuses a session: mechanisms, limits, policies, its relay (https://support.google.com/a/answer/3726730). Data only.

import {
  checkPassword,
  enterAppPassword,
  fewerAtOnce,
  gmailProfile,
  rowsWith,
  server,
  system,
  useTls,
  user,
} from './fixes.ts';

export const gmailSessionRows = rowsWith({ vendors: ['gmail'] }, [
  {
    id: 'gmail-temporary-system-problem',
    telltales: ['cannot authenticate due to temporary system problem'],
    class: 'transient',
    acts: 'provider',
    cause: {
      en: "Google's own check of logins is down for the moment; the password was not judged.",
      ja: 'Google側の認証が一時的に使えません。パスワードの正否は判定されていません。',
    },
    fix: [
      user(
        'If it stays so: see https://www.google.com/appsstatus.',
        '続く場合: https://www.google.com/appsstatus を確かめる。',
      ),
    ],
    example: '454 4.7.0 Cannot authenticate due to temporary system problem. Try again later.',
  },
  {
    id: 'gmail-mechanism-retired',
    telltales: ['xoauth is no longer supported'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'The old way to sign in with a token (XOAUTH) is gone; XOAUTH2 took its place.',
      ja: 'トークンによる古いログイン方式(XOAUTH)は廃止され、XOAUTH2に替わりました。',
    },
    fix: [gmailProfile],
    example: '504 5.7.4 XOAUTH is no longer supported.',
  },
  {
    id: 'gmail-initial-response-not-allowed',
    telltales: ['optional argument not permitted for that auth mode'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'The program sends user name or password together with the name of a mechanism that takes none there.',
      ja: 'プログラムが、認証方式の名前と一緒に、そこでは送れない値を送っています。',
    },
    fix: [useTls],
    example: '535 5.5.4 Optional Argument not permitted for that AUTH mode.',
  },
  {
    id: 'gmail-cannot-decode',
    telltales: ['cannot decode response'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'Google could not decode user name, password or token.',
      ja: 'ユーザー名、パスワード、トークンのいずれかをGoogleがデコードできませんでした。',
    },
    fix: [checkPassword, enterAppPassword],
    example: '501 5.5.2 Cannot Decode response a1 - gsmtp',
  },
  {
    id: 'gmail-relay-credentials',
    telltales: ['invalid credentials for relay', 'mail relay denied'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The relay service of Google Workspace does not know the sending address or its EHLO name.',
      ja: 'Google WorkspaceのSMTPリレー サービスが、送信元アドレスまたはEHLOの名前を知りません。',
    },
    fix: [
      server(
        'Google Admin console > Apps > Google Workspace > Gmail > Routing > "SMTP relay service": add the sending address, or send with a login.',
        'Google 管理コンソール >「アプリ」>「Google Workspace」>「Gmail」>「ルーティング」>「SMTP リレー サービス」に送信元アドレスを追加するか、ログインして送信する。',
      ),
    ],
    example: '550 5.7.0 Mail relay denied [192.0.2.1]. Invalid credentials for relay',
  },
  {
    id: 'gmail-no-identity-changes',
    telltales: ['no identity changes permitted'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'A second login was tried on a connection that has one.',
      ja: 'ログイン済みの接続で、もう一度ログインしようとしました。',
    },
    fix: [system('Use one connection for each account.', 'アカウントごとに別の接続を使う。')],
    example: '503 5.7.0 No identity changes permitted.',
  },
  {
    id: 'gmail-try-again-closing',
    telltales: ['try again later, closing connection'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'Google closes connections of this address for a while: too many, or an EHLO name that is none.',
      ja: 'Googleがこのアドレスからの接続をしばらく閉じています。接続が多すぎるか、EHLOの名前が正しくありません。',
    },
    fix: [
      fewerAtOnce,
      server(
        'Let the sending server introduce itself (EHLO) with its own full host name.',
        '送信サーバーに、EHLOで自分の完全なホスト名を名乗らせる。',
      ),
    ],
    example: '421 4.7.0 Try again later, closing connection. (EHLO) a1 - gsmtp',
  },
  {
    id: 'gmail-bandwidth',
    protocols: ['imap'],
    telltales: ['account exceeded command or bandwidth limits'],
    class: 'transient',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'The account has usually used up its commands or data for a day.',
      ja: 'アカウントの1日のコマンド数または通信量の上限に達した可能性があります。',
    },
    fix: [fewerAtOnce],
    example: 'a1 NO [OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)',
  },
  {
    id: 'gmail-too-many-commands-before-login',
    telltales: ['too many commands before auth'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The program sent too many commands before it logged in.',
      ja: 'プログラムがログインの前に送ったコマンドが多すぎます。',
    },
    fix: [
      system(
        'Update the program that reads {mailbox}; Dataverse itself logs in at once.',
        '{mailbox} を読むプログラムを更新する(Dataverse自身はすぐにログインする)。',
      ),
    ],
    example: '* BYE Too many commands before auth',
  },
  {
    id: 'gmail-domain-policy',
    telltales: ['domain policy has disabled third-party'],
    class: 'policy',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'The administrator of Google Workspace may have switched off mail programs for this account.',
      ja: 'Google Workspaceの管理者が、このアカウントでのメールソフトの利用を止めている可能性があります。',
    },
    fix: [
      server(
        'Google Admin console > Apps > Google Workspace > Gmail > End User Access: allow POP and IMAP.',
        'Google 管理コンソール >「アプリ」>「Google Workspace」>「Gmail」>「エンドユーザーのアクセス」でPOPとIMAPを許可する。',
      ),
    ],
    example: 'a1 NO [ALERT] Your domain policy has disabled third-party mail clients (Failure)',
  },
]);
