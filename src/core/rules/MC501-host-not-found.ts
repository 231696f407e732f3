// MC501: the server's host name does not exist.

import { knownHostLike } from '../mail/known-hosts.ts';
import { defineRule } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { sessionHit } from './session-hit.ts';
import { editProfile, lookAgain } from './session-fix.ts';
import { labels } from './session-words.ts';

export default defineRule({
  code: 'MC501',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    sessionHit(facts, 'name-not-found', 'ServerLocation', (_, { host, protocol }) => ({
      suggestion: protocol === 'https' ? undefined : knownHostLike(host, protocol),
    })),
  en: {
    title: "The mail server's host name does not exist",
    why:
      'The name given for the server is not in the DNS, so there is no address to connect to. Usually it is ' +
      'misspelt, or it exists only inside a company network; Dataverse looks it up from outside.',
    message: ({ host, suggestion }) =>
      `The host name "${host}" does not exist${suggestion === undefined ? '' : `; did you mean "${suggestion}"?`}${suggestion === undefined ? '.' : ''}`,
    fix: (p) => [
      ...editProfile(
        p,
        `correct "${labels.en[p.direction].location}" (now ${p.host})${p.suggestion === undefined ? '; the mail provider names it in its instructions for mail programs' : `, probably to ${p.suggestion}`}`,
        `${p.direction}ServerLocation: ${p.suggestion ?? '(the right name)'}`,
        'en',
      ),
      {
        who: 'network-administrator',
        do: `If the name is right and works only inside your network: publish ${p.host} in the public DNS.`,
      },
      lookAgain(p, 'en'),
    ],
  },
  ja: {
    title: 'メールサーバーのホスト名が存在しません',
    why:
      '指定されたサーバー名がDNSにないため、接続先のアドレスが決まりません。多くは入力ミスか、社内ネットワークでしか引けない名前です。' +
      'Dataverseは社外から名前を引きます。',
    message: ({ host, suggestion }) =>
      `ホスト名「${host}」は存在しません。${suggestion === undefined ? '' : `「${suggestion}」の間違いではありませんか。`}`,
    fix: (p) => [
      ...editProfile(
        p,
        `「${labels.ja[p.direction].location}」(現在 ${p.host})を${p.suggestion === undefined ? '、メール事業者がメールソフト向けに案内している名前に直す' : ` ${p.suggestion} に直す`}`,
        `${p.direction}ServerLocation: ${p.suggestion ?? '(正しい名前)'}`,
        'ja',
      ),
      {
        who: 'network-administrator',
        do: `名前は正しく、社内でだけ引ける場合: ${p.host} を公開DNSに登録する。`,
      },
      lookAgain(p, 'ja'),
    ],
  },
  sources: [
    'https://nodejs.org/api/dns.html#error-codes',
    'https://learn.microsoft.com/power-platform/admin/connect-to-pop3-or-smtp-servers',
  ],
  examples: {
    bad: [
      {
        session: sessionThat(
          { name: { outcome: 'failed', error: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND pop.gmial.com' } },
          { protocol: 'pop3', host: 'pop.gmial.com' },
        ),
      },
      {
        session: sessionThat(
          { name: { outcome: 'failed', error: 'ENODATA', message: 'queryA ENODATA mail.corp.example' } },
          { host: 'mail.corp.example' },
        ),
      },
    ],
    good: [
      { session: sessionThat({ name: { outcome: 'ok' } }, { protocol: 'pop3', host: 'pop.gmail.com' }) },
    ],
  },
});
