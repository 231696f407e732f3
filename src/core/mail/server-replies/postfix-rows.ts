// Knows the words of Postfix about logins, limits and senders (https://www.postfix.org/postconf.5.html). Data only.

import {
  correctRecipient,
  fewerAtOnce,
  findInServerLog,
  outgoingCredentials,
  rowsWith,
  server,
  useTls,
} from './fixes.ts';
import { ownLogin, sendAsFixes } from './send-as-fixes.ts';

export const postfixRows = rowsWith({ vendors: ['postfix'], protocols: ['smtp'] }, [
  {
    id: 'postfix-authentication-not-enabled',
    telltales: ['authentication not enabled'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'Postfix offers no login here: only after TLS (smtpd_tls_auth_only), or not on this port.',
      ja: 'Postfixがここではログインを提供していません。TLSの後だけ(smtpd_tls_auth_only)か、このポートでは無効です。',
    },
    fix: [useTls],
    example: '503 5.5.1 Error: authentication not enabled',
  },
  {
    id: 'postfix-encryption-required-for-mechanism',
    codes: ['504'],
    telltales: ['encryption required for requested authentication mechanism'],
    class: 'configuration',
    acts: 'us',
    wayOfLogin: true,
    cause: {
      en: 'The server takes this kind of login over TLS only.',
      ja: 'このログイン方法は、TLS上でしか受け付けられません。',
    },
    fix: [useTls],
    example: '504 5.5.4 Encryption required for requested authentication mechanism',
  },
  {
    id: 'postfix-too-many-errors',
    telltales: ['too many errors'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'Postfix hung up after too many refused commands of one session.',
      ja: '1つの接続で拒否されたコマンドが多すぎ、Postfixが接続を切りました。',
    },
    fix: [findInServerLog],
    example: '421 4.7.0 mail.example.com Error: too many errors',
  },
  {
    id: 'postfix-too-many-tls-sessions',
    telltales: ['too many new tls sessions'],
    class: 'transient',
    acts: 'us',
    cause: {
      en: 'Too many new TLS sessions came from this address in a short time.',
      ja: 'このアドレスから短い間に新しいTLS接続が多すぎました。',
    },
    fix: [fewerAtOnce],
    example: '421 4.7.0 mail.example.com Error: too many new TLS sessions from 192.0.2.1',
  },
  {
    id: 'postfix-not-owner',
    telltales: ['not owned by user'],
    class: 'policy',
    acts: 'us',
    problem: 'send-as-refused',
    cause: {
      en: 'The account that logged in may not use this sender address (smtpd_sender_login_maps).',
      ja: 'ログインしたアカウントは、この差出人アドレスを使えません(smtpd_sender_login_maps)。',
    },
    fix: [sendAsFixes.postfix, ownLogin],
    example: '553 5.7.1 <admin@example.com>: Sender address rejected: not owned by user other@example.com',
  },
  {
    id: 'postfix-not-logged-in',
    telltales: ['sender address rejected: not logged in'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'This sender address belongs to an account, and nobody logged in.',
      ja: 'この差出人アドレスはアカウントのものですが、ログインしていません。',
    },
    fix: [outgoingCredentials],
    example: '553 5.7.1 <admin@example.com>: Sender address rejected: not logged in',
  },
  {
    id: 'postfix-sender-domain-not-found',
    telltales: ['sender address rejected: domain not found'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: "The domain of the sender's address has neither an MX nor an address record.",
      ja: '差出人アドレスのドメインに、MXレコードもアドレスのレコードもありません。',
    },
    fix: [
      server(
        'Give the domain of {mailbox} an MX record, or send from an address of a domain that has one.',
        '{mailbox} のドメインにMXレコードを設定するか、MXレコードのあるドメインのアドレスから送信する。',
      ),
    ],
    example: '450 4.1.8 <admin@example.com>: Sender address rejected: Domain not found',
  },
  {
    id: 'postfix-recipient-domain-not-found',
    telltales: ['recipient address rejected: domain not found'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: "The domain of the recipient's address has neither an MX nor an address record.",
      ja: '宛先アドレスのドメインに、MXレコードもアドレスのレコードもありません。',
    },
    fix: [correctRecipient],
    example: '450 4.1.2 <a@exmaple.com>: Recipient address rejected: Domain not found',
  },
]);
