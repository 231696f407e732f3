// Knows the words of Postfix' restrictions on clients, names and recipients, and of its queue
// (https://www.postfix.org/postconf.5.html). Data only.

import { correctRecipient, findInServerLog, rowsWith, server, system } from './fixes.ts';

export const postfixRestrictionRows = rowsWith({ vendors: ['postfix'], protocols: ['smtp'] }, [
  {
    id: 'postfix-hello-not-full-name',
    telltales: ['helo command rejected: need fully-qualified hostname'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The server wants the full host name in EHLO, and got a short one.',
      ja: 'サーバーはEHLOに完全なホスト名を求めていますが、短い名前でした。',
    },
    fix: [
      server(
        'Drop reject_non_fqdn_helo_hostname for logged-in users on {host} (permit_sasl_authenticated before it).',
        '{host} で、ログインしたユーザーには reject_non_fqdn_helo_hostname を適用しない(permit_sasl_authenticated を前に置く)。',
      ),
    ],
    example: '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname',
  },
  {
    id: 'postfix-hello-not-found',
    telltales: ['helo command rejected: host not found'],
    class: 'configuration',
    acts: 'mail-administrator',
    cause: {
      en: 'The name in EHLO is not in the DNS, and the server wants it to be.',
      ja: 'EHLOの名前がDNSにありませんが、サーバーはそれを求めています。',
    },
    fix: [
      server(
        'Drop reject_unknown_helo_hostname for logged-in users on {host} (permit_sasl_authenticated before it).',
        '{host} で、ログインしたユーザーには reject_unknown_helo_hostname を適用しない(permit_sasl_authenticated を前に置く)。',
      ),
    ],
    example: '450 4.7.1 <client.local>: Helo command rejected: Host not found',
  },
  {
    id: 'postfix-client-not-found',
    telltales: ['client host rejected: cannot find your'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The address this came from has no reverse name, and the server wants one.',
      ja: '接続元のアドレスに逆引きがありませんが、サーバーはそれを求めています。',
    },
    fix: [
      server(
        'Let logged-in users pass before the check of reverse names on {host} (permit_sasl_authenticated first).',
        '{host} で、逆引きの確認より前にログインしたユーザーを通す(permit_sasl_authenticated を先に置く)。',
      ),
    ],
    example: '450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]',
  },
  {
    id: 'postfix-client-blocked',
    telltales: ['client host rejected: access denied', 'blocked using'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'The server blocks the address this came from: a rule of its own, or a public block list.',
      ja: 'サーバーが接続元のアドレスを拒否しています。独自の規則か、公開のブロックリストによるものです。',
    },
    fix: [
      server(
        'Allow the address and those of Dataverse on {host}; where a public list is named, have the address taken off.',
        '{host} で、このアドレスとDataverseのアドレスを許可する。公開リストの名前があれば、そこに解除を依頼する。',
      ),
    ],
    example: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
  },
  {
    id: 'postfix-user-unknown',
    codes: ['550', '450'],
    telltales: ['user unknown in'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The mail server has no mailbox with this address.',
      ja: 'メールサーバーに、このアドレスのメールボックスがありません。',
    },
    fix: [
      correctRecipient,
      server(
        'If the address is right: create the mailbox on {host}.',
        'アドレスが正しい場合: {host} にメールボックスを作る。',
      ),
    ],
    example: '550 5.1.1 <a@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
  },
  {
    id: 'postfix-queue-file',
    telltales: ['queue file write error'],
    class: 'transient',
    acts: 'mail-administrator',
    unconfirmed: true,
    cause: {
      en: 'Postfix could not store the message: its disk is usually full, or a content filter failed.',
      ja: 'Postfixがメールを保存できません。ディスクがいっぱいか、フィルターの失敗の可能性があります。',
    },
    fix: [
      server(
        'Free space for the queue of {host}, and see in its log whether a milter or filter failed.',
        '{host} のキューの領域に空きを作り、milterやフィルターが失敗していないかログで調べる。',
      ),
    ],
    example: '451 4.3.0 Error: queue file write error',
  },
  {
    id: 'postfix-synchronization',
    telltales: ['smtp protocol synchronization'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'The client spoke before it was its turn.',
      ja: 'クライアントが、順番を待たずに話し始めました。',
    },
    fix: [
      system(
        'Use a program that waits for each answer; look for a proxy in between that does not.',
        '応答を待つプログラムを使う。応答を待たないプロキシが間にないかも確かめる。',
      ),
    ],
    example: '554 5.5.0 Error: SMTP protocol synchronization',
  },
  {
    id: 'postfix-send-hello-first',
    telltales: ['send helo/ehlo first', 'send hello first', 'polite people say helo first'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'A command came before EHLO, or EHLO was not repeated after TLS.',
      ja: 'EHLOの前にコマンドを送ったか、TLSの後でEHLOを送り直していません。',
    },
    fix: [
      system(
        'Use a program that follows RFC 3207 §4.2 (EHLO again after STARTTLS).',
        'RFC 3207 §4.2に従うプログラム(STARTTLSの後で再びEHLOを送るもの)を使う。',
      ),
    ],
    example: '503 5.5.1 Error: send HELO/EHLO first',
  },
  {
    id: 'postfix-try-again-later',
    telltales: [
      'recipient address rejected: unverified address',
      'sender address rejected: unverified address',
    ],
    class: 'transient',
    acts: 'mail-administrator',
    cause: {
      en: 'Postfix asks the mail server of that address whether it exists, and has no answer yet.',
      ja: 'そのアドレスの有無をPostfixが相手のメールサーバーに確認中で、まだ答えがありません。',
    },
    fix: [findInServerLog],
    example:
      '450 4.1.1 <a@example.com>: Recipient address rejected: unverified address: Address verification in progress',
  },
]);
