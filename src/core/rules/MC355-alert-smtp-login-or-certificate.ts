// MC355: an alert says: the SMTP login or the server's certificate is refused.

import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC355',
  stage: 'server',
  en: {
    title: 'The SMTP server refused the login, or its certificate is not valid',
    why: 'Gmail answers 535 5.7.8 to a password or app password that it does not accept; the same alert is raised for a certificate that cannot be verified. The details of the alert tell which.',
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `Look at the live server to tell the two apart: mailcheck test-mailbox ${mailbox}`,
      },
      { who: 'mailbox-user', do: 'For Gmail make a new app password, or have the profile use OAuth.' },
      {
        who: 'mail-server-administrator',
        do: 'For another server renew the certificate, so that it names the host and comes from a known issuer.',
      },
    ],
  },
  ja: {
    title: 'SMTPサーバーにログインを拒否されたか、サーバーの証明書が無効です',
    why: 'Gmailは、受け付けないパスワードやアプリ パスワードに 535 5.7.8 を返します。証明書を検証できない場合にも同じ警告が出ます。どちらなのかは、警告の詳細でわかります。',
    fix: ({ mailbox }) => [
      {
        who: 'system-administrator',
        do: `どちらなのかを、実際のサーバーで調べる: mailcheck test-mailbox ${mailbox}`,
      },
      {
        who: 'mailbox-user',
        do: 'Gmailなら、アプリ パスワードを作り直すか、プロファイルでOAuthを使ってもらう。',
      },
      {
        who: 'mail-server-administrator',
        do: 'ほかのサーバーなら、ホスト名が正しく、信頼できる発行元の証明書に更新する。',
      },
    ],
  },
  sources: ['Microsoft support article KB4533293'],
  bad: [
    {
      text: 'Email cannot be sent because either a server certificate needed to connect to the email server could not be validated or the credentials are incorrect.',
      code: 'OutgoingEmailAuthenticationError',
    },
  ],
});
