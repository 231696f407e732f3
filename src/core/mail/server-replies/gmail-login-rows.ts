// Knows how Gmail refuses the credentials of a login by SMTP, POP3 and IMAP (https://support.google.com/a/answer/3726730). Data only.

import {
  enterAppPassword,
  gmailProfile,
  googleAppPassword,
  outgoingCredentials,
  rowsWith,
  user,
} from './fixes.ts';

export const gmailLoginRows = rowsWith({ vendors: ['gmail'] }, [
  {
    id: 'gmail-application-password',
    telltales: ['application-specific password required', 'invalidsecondfactor'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'The Google account has 2-Step Verification, and mail programs then need an app password.',
      ja: 'Googleアカウントが2段階認証プロセスを使っているため、メールソフトにはアプリ パスワードが必要です。',
    },
    fix: [googleAppPassword, enterAppPassword, gmailProfile],
    example:
      '534 5.7.9 Application-specific password required. For more information, go to https://support.google.com/mail/?p=InvalidSecondFactor a1 - gsmtp',
  },
  {
    id: 'gmail-web-login',
    telltales: [
      'log in through your web browser',
      'log in via your web browser',
      'log in with your web browser',
      'login via your web browser',
      'web login required',
    ],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'Google wants the person to confirm this sign-in in a browser first.',
      ja: 'このサインインを本人がブラウザーで確認するまで、Googleがログインを止めています。',
    },
    fix: [
      user(
        'Sign in to {mailbox} in a browser and confirm the security prompt; the alert in the Google account names the place.',
        'ブラウザーで {mailbox} にサインインし、表示されるセキュリティの確認に応じる。確認画面の場所はGoogleアカウントの通知に書かれている。',
      ),
      gmailProfile,
    ],
    example: '534 5.7.14 Please log in through your web browser and then try again.',
  },
  {
    id: 'gmail-pop-off',
    telltales: ['not enabled for pop'],
    class: 'configuration',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'POP is usually switched off for this Gmail account then.',
      ja: 'このGmailアカウントでPOPが無効になっている可能性があります。',
    },
    fix: [
      user(
        'Gmail > Settings > "Forwarding and POP/IMAP": enable POP. In Google Workspace an administrator may have to allow it.',
        'Gmailの設定 >「メール転送とPOP/IMAP」でPOPを有効にする。Google Workspaceでは管理者の許可が必要なことがある。',
      ),
    ],
    example:
      '-ERR [SYS/PERM] Your account is not enabled for POP access. Please visit your Gmail settings page and enable your account for POP access.',
  },
  {
    id: 'gmail-imap-off',
    telltales: ['not enabled for imap'],
    class: 'configuration',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'IMAP is usually switched off for this Gmail account then.',
      ja: 'このGmailアカウントでIMAPが無効になっている可能性があります。',
    },
    fix: [
      user(
        'Gmail > Settings > "Forwarding and POP/IMAP": enable IMAP. In Google Workspace an administrator may have to allow it.',
        'Gmailの設定 >「メール転送とPOP/IMAP」でIMAPを有効にする。Google Workspaceでは管理者の許可が必要なことがある。',
      ),
    ],
    example:
      'a1 NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)',
  },
  {
    id: 'gmail-credentials',
    telltales: ['badcredentials', 'username and password not accepted'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'Google does not take this password; the password of the account itself does not work for mail programs any more.',
      ja: 'Googleがこのパスワードを受け付けません。アカウント自体のパスワードは、もうメールソフトからは使えません。',
    },
    fix: [googleAppPassword, enterAppPassword, gmailProfile],
    example:
      '535 5.7.8 Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials a1 - gsmtp',
  },
  {
    id: 'gmail-invalid-credentials',
    needsVendor: true,
    protocols: ['imap', 'pop3'],
    telltales: ['invalid credentials (failure)', 'invalid credentials'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'Google does not take this password{or token}; the password of the account itself does not work for mail programs any more.',
      ja: 'Googleがこのパスワード{or token}を受け付けません。アカウント自体のパスワードは、もうメールソフトからは使えません。',
    },
    fix: [googleAppPassword, enterAppPassword, gmailProfile],
    example: 'a1 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
  },
  {
    id: 'gmail-login-required-first',
    telltales: ['wantautherror', 'p=wantauth'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'No login took place before the sender was named.',
      ja: '差出人の前にログインしていません。',
    },
    fix: [outgoingCredentials],
    example:
      '530 5.7.0 Authentication Required. For more information, go to https://support.google.com/mail/?p=WantAuthError a1 - gsmtp',
  },
]);
