// Knows how iCloud, and GMX and WEB.DE refuse (https://support.apple.com/102525). Data only.

import { appPassword, askRecipient, checkPassword, domainRecords, rowsWith, server, user } from './fixes.ts';

export const icloudRows = rowsWith({ vendors: ['icloud'] }, [
  {
    id: 'icloud-application-password',
    at: ['login'],
    codes: ['535', '-ERR', 'NO'],
    class: 'credential',
    acts: 'us',
    unconfirmed: true,
    cause: {
      en: 'Apple usually takes an app-specific password from mail programs, not the password of the account.',
      ja: 'Appleでは、メールソフトからはアカウントのパスワードではなくアプリ用パスワードが必要な可能性があります。',
    },
    fix: appPassword('Apple', 'an app-specific password', 'アプリ用パスワード'),
    example: '535 5.7.8 Error: authentication failed',
  },
  {
    id: 'icloud-local-policy',
    telltales: ['[cs01]'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: "iCloud refuses the message because of its content or its sender's standing.",
      ja: '内容または差出人の評価により、iCloudがメールを拒否しました。',
    },
    fix: [domainRecords],
    example:
      '550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
  },
  {
    id: 'icloud-hide-my-email',
    telltales: ['[hme1]'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The message goes to an address of "Hide My Email" and passed neither SPF nor DKIM.',
      ja: '「メールを非公開」のアドレス宛てのメールが、SPFもDKIMも通りませんでした。',
    },
    fix: [domainRecords],
    example: '554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks.',
  },
  {
    id: 'icloud-excessive-volume',
    telltales: ['excessive volume'],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'iCloud gets more mail from this address than it takes at once.',
      ja: 'このアドレスからのメールが多すぎ、iCloudが制限しています。',
    },
    fix: [server('Send evenly.', '送信を平準化する。')],
    example: '421 4.7.1 Messages to this recipient are being rejected due to excessive volume',
  },
  {
    id: 'icloud-inactive',
    telltales: ['inactive email address'],
    class: 'policy',
    acts: 'recipient',
    cause: {
      en: "The recipient's iCloud mailbox is not active.",
      ja: '宛先のiCloudメールボックスが有効ではありません。',
    },
    fix: [askRecipient],
    example: '550 5.1.1 <a@icloud.com>: inactive email address',
  },
]);

export const gmxRows = rowsWith({ vendors: ['gmx'] }, [
  {
    id: 'gmx-protocol-off',
    at: ['login'],
    codes: ['535', '-ERR', 'NO'],
    class: 'credential',
    acts: 'us',
    cause: {
      en: 'User name or password is wrong, or POP3/IMAP is off in the account; this provider gives the same answer to both.',
      ja: 'ユーザー名かパスワードの誤り、またはPOP3/IMAPが無効です。この事業者の応答では区別できません。',
    },
    fix: [
      user(
        'Sign in on the provider\'s web page and switch on "POP3/IMAP" in the mail settings; with two-factor sign-in create an app password. It may have been switched off again because it was not used for long.',
        '事業者のWeb画面でサインインし、メール設定のPOP3/IMAPを有効にする。2要素認証を使っていればアプリ パスワードを作る。長く使わないうちに再び無効にされている可能性もある。',
      ),
      checkPassword,
    ],
    example: '-ERR authentication failed',
  },
]);
